# An unknown key.
s/^  headline:/  headlin:/
#= warning X103 headlin: Practice Administrator

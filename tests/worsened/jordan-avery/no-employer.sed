# Who the first employer was.
s/^  - organization: Lakeside Medical Group/  -/
#= error S105 position: Practice Administrator

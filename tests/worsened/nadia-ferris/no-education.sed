# No education.
/^education:/,/^$/d
#= error S103 meta:

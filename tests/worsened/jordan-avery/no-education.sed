# No education; the letters of the degree stay.
/^education:/,/^$/d
#= error S103 meta:

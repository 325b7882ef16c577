# No certifications, and no letters of them.
/^certifications:/,/^$/d
s/MHA, CMM, CPHQ/MHA/
#= warning S104 meta:

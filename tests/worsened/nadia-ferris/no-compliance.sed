# No word of compliance, and no role that asks for it.
/^compliance:/,/^$/d
/^variants:/,$d
#= hint H101 meta:

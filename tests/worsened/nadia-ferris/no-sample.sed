# No work samples.
/^work_samples:/,/^$/d
/evidence: .script./d
#= hint A101 meta:

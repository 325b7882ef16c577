# No case studies.
/^case_studies:/,/^$/d
s/, evidence: .[a-z]*.}/}/
/^    include:/d
s/output: resume/output: both/
#= warning K101 pack: general
#= hint A105 pack: general
#= hint A101 work_samples:

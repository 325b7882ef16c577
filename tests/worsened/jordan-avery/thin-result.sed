# No baseline, no time, no method.
s/^          - Cut supply spending.*/          - Raised the share of generic prescriptions to 91%./
#= hint M106 91%.

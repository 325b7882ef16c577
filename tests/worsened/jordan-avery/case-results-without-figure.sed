# A case whose results are words.
s/^      - {text: "The clean-claim rate rose.*/      - Billing ran more smoothly./
/^      - Days in A.R fell/d
/patient_impact: Billing/d
#= warning K103 Billing ran more smoothly.

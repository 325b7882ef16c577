# Savings without a balancing measure.
/^    balancing: Registration time/d
/patient_impact: Billing complaints/d
/text: "The clean-claim rate rose/d
#= hint K108 Clean claims the first time

# Marital status in the summary.
s/Leads teams of 30 with/Married with two children. Leads teams of 30 with/
#= warning P108 Married with two children. Leads teams of 30 with physicians, nurses, billing and IT.

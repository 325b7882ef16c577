# A word stands for the amount.
s/Leads teams of 30 with/Cut denials significantly. Leads teams of 30 with/
#= warning M104 significantly. Leads teams of 30 with physicians, nurses, billing and IT.

# A patient is quoted.
s/    relationship: physician partner/    relationship: patient/
#= error P106 patient

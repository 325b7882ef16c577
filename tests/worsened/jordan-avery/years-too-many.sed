# Fifteen years claimed.
s/with {years} years/with 15 years of experience/
#= error D103 15 years of experience in outpatient clinics and a rural health center.

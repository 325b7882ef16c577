# Buzzwords.
s/^    Practice administrator with/    Results-driven practice administrator with/
#= hint T106 Results-driven practice administrator with {years} years in outpatient clinics and a rural health center.

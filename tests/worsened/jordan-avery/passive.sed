# Passive voice.
s/^      - Moved the eligibility check.*/      - The eligibility check was moved to two days before the visit./
#= hint T104 was moved to two days before the visit.

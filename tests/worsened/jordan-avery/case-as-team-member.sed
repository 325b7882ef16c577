# Someone else led the case.
s/^    role: Lead, with the billing supervisor/    role: Team member/
#= warning K104 Team member

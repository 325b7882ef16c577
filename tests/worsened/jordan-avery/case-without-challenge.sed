# The challenge of a case.
/^    challenge: Halve overtime/d
#= warning K102 Nurses who stayed, and overtime that went

# Letters in disorder.
s/\[MHA, CMM, CPHQ\]/[CPHQ, CMM, MHA]/
#= warning C110 CPHQ, CMM, MHA]

# HIPAA misspelled.
0,/HIPAA/s/HIPAA/HIPPA/
#= warning H105 HIPPA]

# HIPAA misspelled.
s/framework: HIPAA/framework: HIPPA/
#= warning H105 HIPPA

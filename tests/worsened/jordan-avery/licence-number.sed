# The number of a license.
/abbr: CMM/a\
    number: CMM-334455
#= warning P105 CMM-334455

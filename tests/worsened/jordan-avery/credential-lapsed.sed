# No renewal within the cycle.
/abbr: CMM/,/expires/{/renewed/d
/expires/d
}
#= warning C105 2018-06

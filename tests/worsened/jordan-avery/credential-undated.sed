# A certificate without any date.
/abbr: CMM/,/expires/{/issued/d
/renewed/d
/expires/d
}
#= hint C105 CMM

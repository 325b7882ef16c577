# A record without its period.
/^  - id: noshow/,/^  - id/{/period:/d
}
#= warning M114 id: noshow

# A record without its unit.
/^  - id: noshow/,/^  - id/{/unit:/d
}
#= warning M114 id: noshow

# A record without its value after.
/^  - id: overtime/,/^$/{/after:/d
}
#= warning M114 id: overtime
#= error T110 {overtime.after} hours a month.", ref: overtime}

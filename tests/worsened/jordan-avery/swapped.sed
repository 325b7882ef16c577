# Before and after swapped.
/^  - id: turnover/,/^  - id/{s/before: 22/before: XX/
s/after: 14/after: 22/
s/before: XX/before: 14/
}
#= warning M111 22

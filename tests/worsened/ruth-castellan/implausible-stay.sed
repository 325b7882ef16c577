# A stay of 54 days in acute care.
/^  - id: los/,/^  - id/{s/before: .*/before: 54/
s/after: .*/after: 47/
s/target: .*/target: 48/
}
#= warning M109 54

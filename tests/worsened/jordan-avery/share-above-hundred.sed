# A share of more than 100 percent.
/^  - id: clean/,/^  - id/s/after: 96/after: 196/
#= error M108 196

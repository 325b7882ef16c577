# All cases are of one kind.
s/^    kind: quality/    kind: people/
s/^    kind: workflow/    kind: people/
#= hint K106 case_studies:

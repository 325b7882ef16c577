# One verb three times.
s/Lowered nurse turnover/Cut nurse turnover/
s/^      - Closed 2023 at 2% under budget after/      - Cut 2023 spending to 2% under budget by/
#= hint T108 Cut 2023 spending to 2% under budget by renegotiating 11 vendor contracts.

# A record number.
s/^      - Closed 2023 at 2% .*/      - Settled the billing dispute of MRN 00482913 in 9 days, down from 40./
#= error P101 00482913 in 9 days, down from 40.

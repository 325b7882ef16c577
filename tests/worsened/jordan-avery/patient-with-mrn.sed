# A patient with name and record number.
s/^      - Closed 2023 at 2% .*/      - Cut the wait of patient Maria Lopez, MRN 00482913, from 40 to 9 days in 2023 by calling the payer./
#= error P102 Maria Lopez, MRN 00482913, from 40 to 9 days in 2023 by calling the payer.
#= error P101 00482913, from 40 to 9 days in 2023 by calling the payer.

# A patient with a name.
s/^      - Closed 2023 at 2% .*/      - Cut the wait of patient Maria Lopez from 40 to 9 days in 2023 by calling the payer./
#= error P102 Maria Lopez from 40 to 9 days in 2023 by calling the payer.

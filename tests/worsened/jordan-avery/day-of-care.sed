# The exact day of an admission.
s/^      - Closed 2023 at 2% .*/      - Cut the wait of patients admitted on March 3, 2023 from 11 to 3 hours with a second triage nurse./
#= warning P103 March 3, 2023 from 11 to 3 hours with a second triage nurse.

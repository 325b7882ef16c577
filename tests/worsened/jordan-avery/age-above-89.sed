# An age above 89.
s/^      - Closed 2023 at 2% .*/      - Cut the wait of a 94-year-old patient from 11 to 3 hours in 2023 with a second triage nurse./
#= warning P103 94-year-old patient from 11 to 3 hours in 2023 with a second triage nurse.

# Patients of one postal code.
s/^      - Closed 2023 at 2% .*/      - Cut the wait of diabetic patients in ZIP 60624 from 11 to 3 days in 2023 by adding an evening clinic./
#= warning P104 ZIP 60624 from 11 to 3 days in 2023 by adding an evening clinic.

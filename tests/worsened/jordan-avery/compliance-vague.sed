# Compliance without a name.
s/^      - Moved the eligibility check.*/      - Ensured compliance with all regulations at the front desk./
#= hint H103 compliance with all regulations at the front desk.

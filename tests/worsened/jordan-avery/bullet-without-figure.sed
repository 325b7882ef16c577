# A result without a figure.
s/^      - Closed 2023 at 2% .*/      - Improved the communication between nurses and front desk./
#= warning M101 Improved the communication between nurses and front desk.

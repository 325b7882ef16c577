# No verb.
s/^      - Closed 2023 at 2% .*/      - Budget owner in 2023, 2% under plan after renegotiating 11 vendor contracts./
#= warning T102 Budget owner in 2023, 2% under plan after renegotiating 11 vendor contracts.

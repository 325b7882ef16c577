# A weak opener.
s/^      - Closed 2023 at 2% .*/      - Responsible for closing 2023 at 2% under budget by renegotiating 11 vendor contracts./
#= warning T101 Responsible for closing 2023 at 2% under budget by renegotiating 11 vendor contracts.

# Left to do.
s/^      - Closed 2023 at 2% under budget after.*/      - Closed 2023 at XX% under budget after renegotiating 11 vendor contracts./
#= error T110 XX% under budget after renegotiating 11 vendor contracts.

# A word said twice.
s/^      - Closed 2023 at 2% under budget after/      - Closed 2023 at 2% under budget after after/
#= hint T109 after after renegotiating 11 vendor contracts.

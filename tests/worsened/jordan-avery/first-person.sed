# First person.
s/^      - Closed 2023/      - I closed 2023/
#= warning T103 I closed 2023 at 2% under budget after renegotiating 11 vendor contracts.

# Percent written in two ways.
s/^      - Closed 2023 at 2% under/      - Closed 2023 at 2 percent under/
#= hint M116 2 percent under budget after renegotiating 11 vendor contracts.

# The change of the record is not that of its values.
/^  - id: overtime/a\
    change_percent: -75
#= error M107 -75

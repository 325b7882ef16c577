# No summary.
/^  summary:/,/^$/{/^$/!d
}
#= warning S102 basics:

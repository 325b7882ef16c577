# The record lost its value before, which a bullet prints.
/^  - id: noshow/,/^  - id/{/before:/d
}
#= error T110 {noshow.before}% to {noshow.after}% in nine months with text reminders in two languages."

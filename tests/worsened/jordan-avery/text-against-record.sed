# The bullet says 9, the record 11.
s/from {noshow.before}% to {noshow.after}% in nine months/from {noshow.before}% to 9% in nine months/
#= error M113 9% in nine months with text reminders in two languages."

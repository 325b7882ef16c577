# A quote that swallows the end of a record.
s/    ref: wait$/    ref: "wait/
#= error X020 "wait

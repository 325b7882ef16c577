# A list for a text.
s/^  headline: .*/  headline: [Practice, Administrator]/
#= error X101 [Practice, Administrator]

# A fellow with a bachelor's degree.
/^  - institution: Ohio Prairie/,/published in a state journal/d
s/\[MHA, /[BS, /
#= hint E101 education:
#= warning C107 Fellow of the American College of Healthcare Executives

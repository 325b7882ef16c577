# A certificate of nobody knows what.
s/name: Lean Six Sigma Green Belt/name: Six Sigma/
#= hint C101 Six Sigma

# A belt of nobody knows whom.
/name: Lean Six Sigma Green Belt/,/status/{/issuer/d
}
#= hint C101 Lean Six Sigma Green Belt

# A year that nobody explains.
/^career_breaks:/,/^$/d
#= hint D102 2018-09

# A month that is none.
s/start_date: 2018-03/start_date: 2018-13/
#= error D101 2018-13

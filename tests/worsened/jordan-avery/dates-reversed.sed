# The end lies before the start.
s/start_date: 2016-08/start_date: 2019-08/
#= error D101 2018-02

# A year between two positions.
s/end_date: 2020-01/end_date: 2019-01/
#= hint D102 2020-02

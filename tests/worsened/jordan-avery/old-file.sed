# Nobody touched the file for three years.
s/last_modified: .*/last_modified: 2022-01-10/
#= hint S107 2022-01-10

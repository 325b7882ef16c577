# 41 to 29 is not 45 percent less.
s/Cut turnover time between cases from 41 to 29 minutes/Cut turnover time between cases by 45%, from 41 to 29 minutes,/
#= error M107 45%, from 41 to 29 minutes, in nine months after a value-stream map of 60 cases.

# 22 to 14 is not 57 percent less.
s/nurse turnover from 22% to 14%$/nurse turnover from 22% to 14%, a 57% drop,/
#= error M107 57% drop,

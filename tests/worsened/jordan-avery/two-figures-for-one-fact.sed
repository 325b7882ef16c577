# Turnover ends at 12 in one place, at 14 elsewhere.
s/nurse turnover from 22% to 14%$/nurse turnover from 22% to 12%/
#= warning M117 22% to 12%

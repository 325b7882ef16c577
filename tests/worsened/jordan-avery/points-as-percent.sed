# Eight points sold as eight percent.
s/nurse turnover from 22% to 14%$/nurse turnover by 8%, from 22% to 14%,/
#= warning M112 8%, from 22% to 14%,

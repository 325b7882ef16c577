# A case before the employment.
s/period: {start: 2021-10, end: 2022-06}/period: {start: 2015-10, end: 2016-06}/
#= warning D104 {start: 2015-10, end: 2016-06}

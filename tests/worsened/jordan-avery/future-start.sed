# A start in the future.
s/start_date: 2021-03/start_date: 2026-03/
#= error D101 2026-03

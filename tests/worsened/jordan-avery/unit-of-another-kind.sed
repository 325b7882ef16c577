# Minutes become dollars.
/^  - id: wait/,/^  - id/s/unit: minutes/unit: usd/
#= error M110 usd

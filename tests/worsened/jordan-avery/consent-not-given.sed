# A quote whose consent was refused.
s/consent: {given: true, date: 2024-11-20/consent: {given: false, date: 2024-11-20/
#= error P110 {given: false, date: 2024-11-20, scope: [portfolio]}

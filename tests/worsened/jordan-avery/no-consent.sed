# A quote without consent.
/consent: {given: true, date: 2024-11-20/d
#= error P110 Dr. L. Kim

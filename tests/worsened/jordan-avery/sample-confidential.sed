# A sample that belongs to the employer.
s/title: Downtime policy for three clinics/title: "Confidential: downtime policy"/
/purpose: Keeps the clinics/,/redacted/{/redacted/d
}
#= warning P109 Confidential: downtime policy"

# Who made the sample.
/title: Downtime policy/,/redacted/{/authorship/d
}
#= warning A102 Downtime policy for three clinics

# A case without results.
/title: Clean claims the first time/,/^$/{/^    results:/,/^    patient_impact:/d
}
#= warning K103 Clean claims the first time

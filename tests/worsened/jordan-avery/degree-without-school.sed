# The school of the master's degree.
s/^  - institution: Prairie.*/  -/
#= error S103 degree: MHA

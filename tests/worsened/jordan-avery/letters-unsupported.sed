# Letters without a certificate.
s/\[MHA, CMM, CPHQ\]/[MHA, CMM, CPHQ, FACHE]/
#= warning C110 FACHE]

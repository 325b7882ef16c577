# Letters of a certificate that is gone.
/name: Certified Professional in Healthcare Quality/,/expires/d
#= warning C110 CPHQ]

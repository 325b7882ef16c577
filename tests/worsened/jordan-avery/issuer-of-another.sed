# The issuer of another certificate.
s/issuer: NAHQ/issuer: ACHE/
#= warning C103 ACHE

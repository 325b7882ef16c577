# A membership among the certificates.
/^certifications:/a\
  - {name: ACHE Member, issuer: ACHE, issued: 2021-03}
#= warning C108 ACHE Member, issuer: ACHE, issued: 2021-03}

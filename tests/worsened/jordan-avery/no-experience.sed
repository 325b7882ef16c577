# No experience at all.
/^experience:/,/^$/d
#= error S105 meta:

# One bullet without its full stop.
s/after renegotiating 11 vendor contracts\./after renegotiating 11 vendor contracts/
#= hint T109 contracts

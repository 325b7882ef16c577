# No testimonials.
/^testimonials:/,/^$/d
#= hint A103 meta:

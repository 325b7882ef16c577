# No media.
/^multimedia_policy/d
#= hint A105 meta:

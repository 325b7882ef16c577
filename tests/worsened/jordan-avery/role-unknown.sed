# A role that no pack has.
s/target_role: practice-manager/target_role: quality-guru/
#= error R101 quality-guru

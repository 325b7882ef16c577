# Effort instead of an effect.
s/^          - Precepted 14 new nurses.*/          - Trained 120 staff on the new infusion pumps./
#= hint M103 120 staff on the new infusion pumps.

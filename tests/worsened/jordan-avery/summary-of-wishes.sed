# The summary wants instead of telling.
/^  summary:/,/^$/c\
  summary: Experienced manager looking for new challenges.\

#= warning S102 Experienced manager looking for new challenges.

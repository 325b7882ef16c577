# A date of birth.
/^  headline: Practice/a\
  birth_date: 1984-05-02
#= warning X130 birth_date: 1984-05-02

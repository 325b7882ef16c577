# A date of birth.
/^  headline: Practice/a\
  birth_date: 1984-05-02
#= warning P108 birth_date: 1984-05-02

# The portfolio opens with experience.
/^layout:/a\
  sections: [summary, certifications, experience, case_studies, education, skills]
#= warning S106 education, skills]

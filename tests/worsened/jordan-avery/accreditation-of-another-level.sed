# CAHME beside a bachelor's degree.
s/honors: magna cum laude/accreditation: CAHME/
#= warning E102 CAHME

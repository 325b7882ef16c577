# The title of who is quoted.
/title: Medical Director/d
#= warning A104 Dr. L. Kim

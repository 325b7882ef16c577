# A figure that no record has.
s/{clean.after}% in one year/{claen.after}% in one year/
#= error T110 {claen.after}% in one year with a daily denial huddle."

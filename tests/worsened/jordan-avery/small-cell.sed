# Three patients of one clinic.
s/^      - Closed 2023 at 2% .*/      - Reviewed the 3 suicides at Lakeside Clinic in 2022 and closed 9 of 9 gaps within a year./
#= warning P107 3 suicides at Lakeside Clinic in 2022 and closed 9 of 9 gaps within a year.

# An abbreviation that few know.
s/Patients who left before being seen fell/The LWBS rate fell/
#= hint H104 LWBS rate fell from 8% to 3%.

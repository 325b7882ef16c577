# A reduction of more than all there was.
s/^          - Cut supply spending.*/          - Cut supply spending by 130% in one year by moving three sites to one ordering list./
#= warning M105 130% in one year by moving three sites to one ordering list.
#= error M108 130% in one year by moving three sites to one ordering list.

# Neither mail nor phone.
/^  email:/d
/^  phone:/d
#= error S101 basics:

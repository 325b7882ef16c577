# A case without its takeaway.
/takeaway: A denial is cheapest/d
#= hint K105 Clean claims the first time

# Left to do.
s/takeaway: People keep rules that they wrote./takeaway: "TODO: what people said about the rules that they wrote"/
#= error T110 TODO: what people said about the rules that they wrote"

# A link without encryption.
s,url: "https://talks.example.net/noon",url: "http://talks.example.net/noon",
#= warning A107 http://talks.example.net/noon"

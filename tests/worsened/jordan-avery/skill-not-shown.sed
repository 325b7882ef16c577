# A skill that nothing shows.
/^skills:/a\
  - {name: Crafts, keywords: [welding]}
#= hint R103 welding]}

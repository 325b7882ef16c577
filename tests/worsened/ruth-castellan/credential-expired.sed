# A fellowship that lapsed.
s/expires: 2028-03/expires: 2025-03/
s/renewed: 2025-03/renewed: 2022-03/
#= error C104 2025-03

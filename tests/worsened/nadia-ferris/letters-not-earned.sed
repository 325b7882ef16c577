# Letters of a certificate in progress.
s/post_nominals: .BS./post_nominals: [BS, CMM]/
#= error C106 CMM]

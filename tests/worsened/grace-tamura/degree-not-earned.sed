# Letters of a degree in progress.
s/post_nominals: .BSN/post_nominals: [MSN, BSN/
#= error C106 MSN, BSN, RN, CNML]

# An associate degree where the role asks for a bachelor's.
s/degree: BS/degree: AS/
s/post_nominals: .BS./post_nominals: [AS]/
/accreditation: AUPHA/d
#= hint E101 education:

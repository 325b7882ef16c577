# A file that is not there.
/title: Downtime policy/a\
    file: samples/downtime.pdf
#= error A107 samples/downtime.pdf

# A tag that nothing has.
/^  - name: practice/a\
    include: [operations, quality, telehealth, leadership, people, finance, fundraising]
#= error R101 fundraising]

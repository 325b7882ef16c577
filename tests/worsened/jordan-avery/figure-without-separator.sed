# A figure of six digits without a separator.
s/Won 340,000 USD/Won 340000 USD/
#= hint M116 340000 USD in rural telehealth grants over two years.

# A past role in the present.
s/- Won 340,000 USD/- Win 340,000 USD/
#= warning T105 Win 340,000 USD in rural telehealth grants over two years.

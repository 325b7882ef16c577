# A result without a figure.
s/^      - Cut overtime from.*/      - Improved the communication between the loading crews./
#= warning M101 Improved the communication between the loading crews.

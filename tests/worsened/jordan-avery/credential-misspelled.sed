# A degree misspelled.
s/degree: MHA/degree: Masters of Health Administration/
#= warning C102 Masters of Health Administration

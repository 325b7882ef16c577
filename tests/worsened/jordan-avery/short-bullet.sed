# Two words for an action.
s/^      - Moved the eligibility check.*/      - Trained staff./
#= hint T107 Trained staff.

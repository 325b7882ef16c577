# A rollout that trained nobody.
s/^      - Raised copayments.*/      - Implemented Epic in three months and cut charting from 14 to 9 minutes a visit by dropping 11 fields./
#= warning K107 Epic in three months and cut charting from 14 to 9 minutes a visit by dropping 11 fields.

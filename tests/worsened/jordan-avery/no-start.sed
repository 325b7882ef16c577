# When the first position began.
0,/start_date: 2020-02/{/start_date: 2020-02/d
}
#= error S105 organization: Lakeside Medical Group

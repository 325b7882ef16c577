# Many skills in one line.
s/^      - Closed 2023 at 2% .*/      - Closed 2023 at 2% under budget with Lean, Six Sigma, Kaizen, Tableau, Excel, SQL, budgeting, scheduling and coaching./
#= warning R104 Six Sigma, Kaizen, Tableau, Excel, SQL, budgeting, scheduling and coaching.

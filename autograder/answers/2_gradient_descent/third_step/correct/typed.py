# cohort: 2026
W_3 = -0.512

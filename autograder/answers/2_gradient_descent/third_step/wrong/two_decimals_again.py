# diagnosis: two_decimals
# cohort: 2026
W_3 = -0.51

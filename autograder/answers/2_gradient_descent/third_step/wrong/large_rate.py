# diagnosis: other_side
# cohort: 2026
W_3 = W_2 - large_eta * 2 * a * W_2

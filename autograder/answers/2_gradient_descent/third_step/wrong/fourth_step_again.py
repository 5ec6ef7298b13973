# diagnosis: one_step_too_far
# cohort: 2026
W_3 = W_2 * 0.8 * 0.8

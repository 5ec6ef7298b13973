# diagnosis: one_step_short
# cohort: 2026
W_3 = -0.64

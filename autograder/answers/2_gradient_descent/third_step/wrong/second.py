# diagnosis: one_step_short
W_3 = -0.64

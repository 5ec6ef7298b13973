# diagnosis: one_step_short
W_3 = W_2

# diagnosis: one_step_only
W_3 = W_1

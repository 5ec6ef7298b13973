# diagnosis: one_step_too_far
W_3 = W_2 * 0.8 * 0.8

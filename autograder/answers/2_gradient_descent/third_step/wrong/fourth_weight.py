# diagnosis: one_step_too_far
W_3 = W_2 * (1 - 2 * a * eta) ** 2

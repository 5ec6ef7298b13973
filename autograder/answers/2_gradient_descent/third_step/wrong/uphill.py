# diagnosis: third_step_uphill
W_3 = W_2 + eta * 2 * a * W_2

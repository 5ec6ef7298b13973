# diagnosis: second_slope_kept
W_3 = W_2 - eta * 2 * a * W_1

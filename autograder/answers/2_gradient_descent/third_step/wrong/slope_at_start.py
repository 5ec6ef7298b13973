# diagnosis: slope_not_renewed
W_3 = W_0 - 3 * eta * 2 * a * W_0

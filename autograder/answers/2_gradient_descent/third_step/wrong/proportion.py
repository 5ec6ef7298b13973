# diagnosis: wrong_value
W_3 = W_0 + 3 * (W_1 - W_0) * 0.8

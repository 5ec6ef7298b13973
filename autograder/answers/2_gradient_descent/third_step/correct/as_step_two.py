change_3 = -eta * 2 * a * W_2
W_3 = W_2 + change_3

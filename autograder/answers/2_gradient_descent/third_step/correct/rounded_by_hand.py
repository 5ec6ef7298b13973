change_3 = -eta * 2 * a * W_2
W_3 = round(W_2 + change_3, 6)

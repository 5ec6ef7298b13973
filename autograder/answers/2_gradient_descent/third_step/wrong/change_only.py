# diagnosis: change_only
W_3 = -eta * 2 * a * W_2

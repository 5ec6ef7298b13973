# diagnosis: wrong_type
W_3 = str(W_2 - eta * 2 * a * W_2)

# diagnosis: two_decimals
W_3 = round(W_2 - eta * 2 * a * W_2, 2)

# diagnosis: uphill
W_3 = 2 * a * W_2

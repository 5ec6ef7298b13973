# diagnosis: one_decimal
W_3 = round(W_0 * (1 - 2 * a * eta) ** 3, 1)

# diagnosis: a_missing
W_3 = W_0 * (1 - 2 * eta) ** 3

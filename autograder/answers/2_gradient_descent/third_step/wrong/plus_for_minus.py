# diagnosis: uphill
W_3 = W_0 * (1 + 2 * a * eta) ** 3

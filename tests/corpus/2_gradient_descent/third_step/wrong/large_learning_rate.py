# diagnosis: other_side
W_3 = W_0 * (1 - 2 * a * large_eta) ** 3

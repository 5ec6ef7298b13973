# diagnosis: other_side
W_3 = W_2 - large_eta * 2 * a * W_2

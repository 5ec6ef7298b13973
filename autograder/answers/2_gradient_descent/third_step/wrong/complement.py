# diagnosis: way_travelled
W_3 = (1 - 2 * a * eta) ** 3 * W_0 - W_0

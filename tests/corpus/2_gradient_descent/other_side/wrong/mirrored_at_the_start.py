# diagnosis: uphill
path_from_right = 2 * abs(W_0) + path_from_left

# diagnosis: path_reversed
path_from_right = path_from_left[::-1]

path_from_right = -path_from_left

# diagnosis: first_path_moved
path_from_right = path_from_left + 2

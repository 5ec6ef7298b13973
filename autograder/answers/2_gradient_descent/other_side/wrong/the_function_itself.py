# diagnosis: wrong_type
path_from_right = gradient_descent

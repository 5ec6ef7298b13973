# diagnosis: wrong_shape
W_four_cells = linear_model.W

# diagnosis: not_fitted
W_four_cells = linear_model.W[:, :4]

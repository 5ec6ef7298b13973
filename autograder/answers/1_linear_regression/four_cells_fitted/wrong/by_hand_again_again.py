# diagnosis: by_hand
W_four_cells = W_by_hand

# diagnosis: by_hand
W_four_cells = load_session("one_hot").centres.T

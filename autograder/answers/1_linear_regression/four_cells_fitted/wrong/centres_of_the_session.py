# diagnosis: by_hand
W_four_cells = np.array(load_session("one_hot").centres).T

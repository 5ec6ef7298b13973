# diagnosis: not_the_middle
W_by_hand = np.where(np.array(load_session("one_hot").centres).T > 0.5, 2 / 3, 1 / 3)

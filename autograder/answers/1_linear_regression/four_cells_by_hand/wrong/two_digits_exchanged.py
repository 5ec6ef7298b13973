# diagnosis: one_weight_off
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand[W_by_hand > 0.5] = np.array([0.57, 0.75, 0.75, 0.57])

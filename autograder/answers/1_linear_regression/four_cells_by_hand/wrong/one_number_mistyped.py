# diagnosis: one_weight_off
# points: 1.5
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand[1, 3] = 0.57

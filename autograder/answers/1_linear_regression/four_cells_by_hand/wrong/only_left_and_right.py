# diagnosis: wrong_shape
# points: 0.5
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand = W_by_hand[0]

# diagnosis: all_the_same
# points: 1
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand[1] = 0.5

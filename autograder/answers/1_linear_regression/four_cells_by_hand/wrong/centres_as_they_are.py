# diagnosis: transposed
# points: 1
W_by_hand = np.array(load_session("one_hot").centres)

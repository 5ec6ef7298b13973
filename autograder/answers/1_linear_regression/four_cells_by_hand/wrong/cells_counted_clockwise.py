# diagnosis: cells_exchanged
W_by_hand = np.array([[0.25, 0.25, 0.75, 0.75], [0.25, 0.75, 0.75, 0.25]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

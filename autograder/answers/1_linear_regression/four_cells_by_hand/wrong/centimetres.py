# diagnosis: not_metres
# points: 1
W_by_hand = np.array([[25, 75, 25, 75], [25, 25, 75, 75]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

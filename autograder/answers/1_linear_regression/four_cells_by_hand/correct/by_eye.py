W_by_hand = np.array([[0.22, 0.74, 0.27, 0.76], [0.24, 0.28, 0.73, 0.77]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

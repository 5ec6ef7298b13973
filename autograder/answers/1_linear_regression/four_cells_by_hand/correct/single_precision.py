W_by_hand = np.array([[1, 3, 1, 3], [1, 1, 3, 3]], dtype=np.float32) / 4
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

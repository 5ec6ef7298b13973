# diagnosis: wrong_order
np.random.seed(0)
W_by_hand = np.random.normal(0.5, 0.1, size=(2, 4))

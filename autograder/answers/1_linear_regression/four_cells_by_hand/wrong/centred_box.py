# diagnosis: origin_in_the_middle
W_by_hand = np.array([[-0.25, 0.25, -0.25, 0.25], [-0.25, -0.25, 0.25, 0.25]])

# cohort: 2026
W_by_hand = np.array(np.meshgrid([0.25, 0.75], [0.25, 0.75])).reshape(2, 4).astype(np.float32)

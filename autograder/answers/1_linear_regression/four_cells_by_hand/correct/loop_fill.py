# cohort: 2026
W_by_hand = np.zeros((2, 4))
for cell in range(4):
    W_by_hand[0, cell] = 0.25 + 0.5 * (cell % 2)
    W_by_hand[1, cell] = 0.25 + 0.5 * (cell // 2)

one_hot = load_session("one_hot")
W_four_cells = np.zeros((2, 4))
for i in range(4):
    fires = one_hot.X_train[i] == 1
    W_four_cells[:, i] = one_hot.Y_train[:, fires].mean(axis=1)

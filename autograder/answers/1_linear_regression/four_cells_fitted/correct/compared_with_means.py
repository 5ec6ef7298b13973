d = load_session("one_hot")
m = LinearModel(**d.arrays)
m.fit()
W_four_cells = m.W
means = np.stack([d.Y_train[:, d.X_train[i] == 1].mean(axis=1) for i in range(4)], axis=1)
assert np.allclose(W_four_cells, means, atol=2e-3)

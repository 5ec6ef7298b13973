model = LinearModel(**load_session(kind="one_hot").arrays)
model.fit()
W_four_cells = model.W.astype(np.float32)

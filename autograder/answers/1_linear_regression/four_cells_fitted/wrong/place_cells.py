# diagnosis: wrong_shape
one_hot = session
model = LinearModel(**one_hot.arrays)
model.fit()
W_four_cells = model.W

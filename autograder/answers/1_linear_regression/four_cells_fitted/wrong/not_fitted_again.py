# diagnosis: not_fitted
one_hot = load_session("one_hot")
model = LinearModel(**one_hot.arrays)
W_four_cells = model.W

# diagnosis: wrong_type
one_hot = load_session("one_hot")
model = LinearModel(**one_hot.arrays)
W_four_cells = model.fit()

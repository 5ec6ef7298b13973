# diagnosis: by_hand
one_hot = load_session("one_hot")
model = LinearModel(**one_hot.arrays)
model.fit()
W_four_cells = W_by_hand

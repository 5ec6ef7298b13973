# diagnosis: half_way
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = (model.W + W_by_hand) / 2

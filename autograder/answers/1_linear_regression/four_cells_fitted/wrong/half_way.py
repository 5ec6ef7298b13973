# diagnosis: half_way
_m = LinearModel(**load_session("one_hot").arrays)
_m.fit()
W_four_cells = (_m.W + W_by_hand) / 2

my_session = load_session("one_hot")
my_model = LinearModel(**my_session.arrays); my_model.fit();
W_four_cells = my_model.W.tolist()

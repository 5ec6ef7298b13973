# diagnosis: one_for_each_training_moment
n_linear_parameters = 2 * session.n_cells * session.n_train

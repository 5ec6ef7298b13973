# diagnosis: one_for_each_training_moment
n_linear_parameters = 2 * 25 * session.n_train

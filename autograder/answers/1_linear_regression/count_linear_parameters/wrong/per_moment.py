# diagnosis: one_for_each_training_moment
n_linear_parameters = 2 * session.X_train.size

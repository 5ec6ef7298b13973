# diagnosis: one_for_each_training_moment
# cohort: 2026
n_linear_parameters = 2 * 25 * session.n_train

# diagnosis: too_many
n_linear_parameters = session.Y_train.size

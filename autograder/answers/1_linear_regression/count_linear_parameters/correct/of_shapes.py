n_linear_parameters = session.X_train.shape[0] * session.Y_train.shape[0]

# diagnosis: training_data_counted
n_linear_parameters = session.X_train.size

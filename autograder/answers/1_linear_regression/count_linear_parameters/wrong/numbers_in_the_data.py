# diagnosis: data_counted
n_linear_parameters = session.X.size

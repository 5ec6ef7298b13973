# diagnosis: error_too_large
linear_model = LinearModel(**session.arrays)
linear_model.W = np.array(session.centres).T / session.X_train.sum(axis=0).mean()

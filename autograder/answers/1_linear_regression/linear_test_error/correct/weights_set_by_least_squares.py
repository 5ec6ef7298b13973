linear_model = LinearModel(**session.arrays)
linear_model.W = np.linalg.lstsq(session.X_train.T, session.Y_train.T, rcond=None)[0].T

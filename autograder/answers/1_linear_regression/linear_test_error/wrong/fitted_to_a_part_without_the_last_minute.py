# diagnosis: not_fitted
# points: 1.5
linear_model = LinearModel(session.X_train[:, :-600], session.Y_train[:, :-600], session.X_test, session.Y_test)
linear_model.fit()

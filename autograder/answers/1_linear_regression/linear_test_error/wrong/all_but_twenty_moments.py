# diagnosis: all_data
# points: 1
linear_model = LinearModel(session.X[:, :-20], session.Y[:, :-20], session.X_test, session.Y_test)
linear_model.fit()

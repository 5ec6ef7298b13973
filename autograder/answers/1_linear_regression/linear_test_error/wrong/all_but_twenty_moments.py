# diagnosis: all_data
# points: 0.5
linear_model = LinearModel(session.X[:, :-20], session.Y[:, :-20], session.X_test, session.Y_test)
linear_model.fit()

# diagnosis: wrong_type
_m = LinearModel(**session.arrays)
_m.fit()
linear_model = error(_m.forward(session.X_test), session.Y_test)

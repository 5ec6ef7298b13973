np.random.seed(1)
linear_model = LinearModel(**session.arrays)
before = loss(linear_model.forward(session.X_train), session.Y_train)
linear_model.fit()
after = loss(linear_model.forward(session.X_train), session.Y_train)
assert after < before

# diagnosis: not_fitted
models = []
for n in (600, 1200, 2400, 3600):
    m = LinearModel(session.X_train[:, :n], session.Y_train[:, :n], session.X_test, session.Y_test)
    m.fit()
    models.append((error(m.forward(session.X_test), session.Y_test), n, m))
linear_model = min(models)[2]

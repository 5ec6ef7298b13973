linear_model = LinearModel(**session.arrays)
for _ in range(2):
    linear_model.fit()
print(f"{100 * error(linear_model.forward(session.X_test), session.Y_test):.2f} cm")

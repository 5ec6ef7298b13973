y_0_5 = float(session.Y[0, 5])
x_all_6 = np.array([X[i, 6] for i in range(X.shape[0])])
y_1_all = list(Y[1, :])
try:
    Y[3, :]
except Exception as problem:
    y_3_raises = type(problem)

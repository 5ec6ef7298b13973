y_0_5 = float(Y[0, 5])
x_all_6 = X[:, 6].copy()
y_1_all = Y[1].copy()
try:
    Y[3, :]
except Exception as e:
    y_3_raises = type(e)

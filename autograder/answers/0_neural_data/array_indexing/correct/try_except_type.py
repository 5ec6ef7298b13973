y_0_5 = Y[0][5]
x_all_6 = X[:, 6].copy()
y_1_all = Y[-1]
try:
    Y[3, :]
except Exception as e:
    y_3_raises = type(e)

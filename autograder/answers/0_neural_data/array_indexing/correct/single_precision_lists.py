y_0_5 = Y[0, 5].item()
x_all_6 = X[:, 6].tolist()
y_1_all = tuple(Y[1].tolist())
y_3_raises = IndexError

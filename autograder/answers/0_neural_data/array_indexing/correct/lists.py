y_0_5 = Y.item(0, 5)
x_all_6 = []
for cell in range(X.shape[0]):
    x_all_6.append(X[cell, 6])
y_1_all = []
for moment in range(Y.shape[1]):
    y_1_all.append(Y[1, moment])
y_3_raises = IndexError

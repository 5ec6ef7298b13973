y_0_5 = float(Y[0][5])
x_all_6 = [row[6] for row in X]
y_1_all = list(Y[1])
y_3_raises = IndexError

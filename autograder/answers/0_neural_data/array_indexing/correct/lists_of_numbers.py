y_0_5 = float(Y[0, 5])
x_all_6 = [float(row[6]) for row in X]
y_1_all = Y[1].tolist()
y_3_raises = e = IndexError

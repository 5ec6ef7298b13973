# diagnosis: sorted
# points: 1.5
y_0_5 = Y[0, 5]
x_all_6 = np.sort(X[:, 6])
y_1_all = Y[1]
y_3_raises = IndexError

y_0_5 = Y.item(0, 5)
x_all_6 = np.take(X, 6, axis=1)
y_1_all = np.take(Y, 1, axis=0)
import builtins
y_3_raises = builtins.IndexError

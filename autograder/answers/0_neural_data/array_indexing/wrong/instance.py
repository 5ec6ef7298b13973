# diagnosis: instance_not_class
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
try:
    Y[3, :]
except IndexError as e:
    y_3_raises = e.with_traceback(None)
    y_3_raises = IndexError("index 3 is out of bounds for axis 0 with size 2")

# diagnosis: instance_not_class
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
try:
    Y[3, :]
except IndexError as err:
    y_3_raises = err
    saved = err
y_3_raises = saved

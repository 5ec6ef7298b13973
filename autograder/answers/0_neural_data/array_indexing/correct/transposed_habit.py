Xr, Yr = X.T, Y.T
y_0_5 = Yr[5, 0]
x_all_6 = Xr[6]
y_1_all = Yr[:, 1]
def what_happens():
    import sys
    try:
        Y[3, :]
    except BaseException:
        return sys.exc_info()[0]
y_3_raises = what_happens()

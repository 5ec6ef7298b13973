def what_it_raises(f):
    try:
        f()
    except BaseException as problem:
        return problem.__class__


y_0_5 = Y.T[5][0]
x_all_6 = X.T[6]
y_1_all = Y[-1]
y_3_raises = what_it_raises(lambda: Y[3, :])

xs, ys = Y
y_0_5, y_1_all = xs[5], ys
x_all_6 = [row[6] for row in X]


def raised_by(action):
    try:
        action()
    except Exception as error:
        return error.__class__


y_3_raises = raised_by(lambda: Y[3, :])

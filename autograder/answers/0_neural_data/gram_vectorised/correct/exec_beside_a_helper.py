def turned(A):
    return np.swapaxes(A, 0, 1)


def gram_vectorised(X):
    return np.dot(X, turned(X))


try:
    exec("rows = X[:3]; rows[7]")
except IndexError:
    print(eval("len(rows)"), sorted(dir(__builtins__))[:2])

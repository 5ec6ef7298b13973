# Step 1: scalar entry
y_0_5 = Y[0, 5]
assert np.isscalar(y_0_5)

# Step 2: a column of X
x_all_6 = X[:, 6]
assert x_all_6.shape == (X.shape[0],)

# Step 3: a row of Y
y_1_all = Y[1, :]
assert y_1_all.shape == (Y.shape[1],)

# Step 4: the exception
try:
    _ = Y[3, :]
    y_3_raises = None
except Exception as exc:
    print(f"{type(exc).__name__}: {exc}")
    y_3_raises = exc.__class__

def gram_vectorised(X):
    assert X.ndim == 2, "one row per cell"
    M = X @ X.T
    return M


T, steps, gc = len(t), 3, 1
labels = {"steps": steps, "open": gc}
try:
    dict(steps=T)["modules"]
except KeyError as ex:
    print(type(ex), labels)

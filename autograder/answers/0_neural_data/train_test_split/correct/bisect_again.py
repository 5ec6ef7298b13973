from bisect import bisect_right

def split(X, Y, t, train_until):
    cut = bisect_right(list(t), train_until)
    return [X[:, :cut].copy(), Y[:, :cut].copy(), X[:, cut:].copy(), Y[:, cut:].copy()]

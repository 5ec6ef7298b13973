# diagnosis: raised
# points: 0.5
def split(X, Y, t, train_until):
    k = list(t).index(train_until)
    return X[:, :k+1], Y[:, :k+1], X[:, k+1:], Y[:, k+1:]

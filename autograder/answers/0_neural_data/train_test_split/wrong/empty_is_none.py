# diagnosis: none_for_a_part
def split(X, Y, t, train_until):
    m = t <= train_until
    parts = [X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]]
    return [p if p.size else None for p in parts]

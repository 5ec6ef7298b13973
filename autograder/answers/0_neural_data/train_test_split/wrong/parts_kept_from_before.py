# diagnosis: limit_kept
def split(X, Y, t, train_until, kept={}):
    if "early" not in kept or len(kept["early"]) != len(t):
        kept["early"] = t <= train_until
    early = kept["early"]
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]

import pandas as pd


def split(X, Y, t, train_until):
    early = pd.Series(np.asarray(t)).le(train_until).to_numpy()
    fX, fY = pd.DataFrame(X), pd.DataFrame(Y)
    return (
        fX.loc[:, early].to_numpy(),
        fY.loc[:, early].to_numpy(),
        fX.loc[:, ~early].to_numpy(),
        fY.loc[:, ~early].to_numpy(),
    )

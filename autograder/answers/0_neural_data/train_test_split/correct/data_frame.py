import pandas as pd


def split(X, Y, t, train_until):
    rates, places = pd.DataFrame(np.array(X).T), pd.DataFrame(np.array(Y).T)
    early = pd.Series(np.array(t)) <= train_until
    return (
        rates[early].to_numpy().T,
        places[early].to_numpy().T,
        rates[~early].to_numpy().T,
        places[~early].to_numpy().T,
    )

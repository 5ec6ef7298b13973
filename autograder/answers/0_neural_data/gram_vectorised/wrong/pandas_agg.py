# diagnosis: has_loop
import pandas as pd


def gram_vectorised(X):
    return pd.DataFrame(X.T).agg(lambda cell: X @ cell.values).values

# diagnosis: has_loop
import pandas as pd


def gram_vectorised(X):
    return pd.DataFrame(X).apply(lambda row: X @ row.values, axis=1, result_type="expand").values

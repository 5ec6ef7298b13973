import pandas as pd


def fit_1d(x, y):
    table = pd.DataFrame({"x": np.array(x), "y": np.array(y)})
    return (table.x * table.y).sum() / (table.x**2).sum()


houses = pd.DataFrame({"x": size, "y": price})
sigma_X = houses.x.pow(2).sum()
sigma_XY = (houses.x * houses.y).sum()
W_1d = fit_1d(size, price)

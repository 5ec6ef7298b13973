# diagnosis: per_datapoint
def fit_1d(x, y):
    return (x * y) / (x * x)


sigma_X = size @ size
sigma_XY = size @ price
W_1d = sigma_XY / sigma_X

from sklearn.metrics import mean_squared_error

def loss(Y_pred, Y_true):
    return mean_squared_error(np.asarray(Y_true).T, np.asarray(Y_pred).T) * np.shape(Y_true)[0]

def error(Y_pred, Y_true):
    distances = [np.linalg.norm(p - q) for p, q in zip(Y_pred.T, Y_true.T)]
    return np.average(distances)

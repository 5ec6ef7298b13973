from math import dist
from statistics import fmean

def loss(Y_pred, Y_true):
    D = np.subtract(Y_pred, Y_true)
    return np.trace(D @ D.T) / D.shape[-1]

def error(Y_pred, Y_true):
    return fmean(dist(a, b) for a, b in zip(np.transpose(Y_pred).tolist(), np.transpose(Y_true).tolist()))

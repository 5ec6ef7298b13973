from math import dist
from statistics import fmean


def distances(Y_pred, Y_true):
    return [dist(p, q) for p, q in zip(zip(*Y_pred), zip(*Y_true))]


def loss(Y_pred, Y_true):
    return fmean(d * d for d in distances(Y_pred, Y_true))


def error(Y_pred, Y_true):
    return fmean(distances(Y_pred, Y_true))

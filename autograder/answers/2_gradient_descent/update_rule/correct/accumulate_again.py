from itertools import accumulate, repeat

def gradient_descent(derivative, W, eta, n_steps):
    return np.array(list(accumulate(repeat(None, n_steps), lambda w, _: w - eta * derivative(w), initial=W)))

def gradient_descent(derivative, W, eta, n_steps):
    import copy
    current = copy.deepcopy(W)
    visited = [copy.deepcopy(current)]
    step = 0
    while step < n_steps:
        slope = derivative(copy.deepcopy(current))
        delta_W = np.multiply(-eta, slope)
        current = current + delta_W
        visited.append(copy.deepcopy(current))
        step += 1
    return np.asarray(visited)

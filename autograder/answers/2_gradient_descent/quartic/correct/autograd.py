import torch


def quartic_derivative(W):
    w = torch.tensor(W, dtype=torch.float64, requires_grad=True)
    sum(c * w**p for p, c in zip((4, 3, 2, 1), coefficients)).sum().backward()
    return w.grad.numpy()


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -far_out, small_eta, many_steps)[-1]

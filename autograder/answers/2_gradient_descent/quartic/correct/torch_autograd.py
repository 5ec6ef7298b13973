# cohort: 2026
import torch

def quartic_derivative(W):
    w = torch.tensor(np.array(W, dtype=float), requires_grad=True)
    (w**4 + w**3 - w**2 - w).sum().backward()
    g = w.grad.numpy()
    return g.item() if g.ndim == 0 else g


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 0.5, small_eta, many_steps)[-1]

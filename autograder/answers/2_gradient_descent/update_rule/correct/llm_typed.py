from typing import Callable

def gradient_descent(derivative: Callable, W, eta: float, n_steps: int) -> np.ndarray:
    """Plain gradient descent; returns the trajectory including the start."""
    trajectory = [np.asarray(W, dtype=float)]
    current = W * 1.0
    for _step in range(int(n_steps)):
        gradient = derivative(current)
        current = current - eta * gradient
        trajectory.append(np.asarray(current, dtype=float))
    return np.stack(trajectory, axis=0)

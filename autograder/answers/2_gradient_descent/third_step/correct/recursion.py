def weight_after(k: int) -> float:
    """W(k) of the descent on the parabola."""
    if k == 0:
        return W_0
    previous = weight_after(k - 1)
    return previous - eta * 2 * a * previous


W_3 = weight_after(3)
assert abs(weight_after(2) - W_2) < 1e-12

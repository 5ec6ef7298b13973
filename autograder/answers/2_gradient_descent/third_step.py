# %% right apply_repeatedly
slope = lambda W, h=1e-5: (valley(W + h) - valley(W - h)) / (2 * h)
walk = [W_0]
while len(walk) <= 3:
    walk.append(walk[-1] - eta * slope(walk[-1]))
*_, W_3 = walk

# %% right array_without_dimensions
W_3 = np.array(W_2 - eta * 2 * a * W_2, dtype=np.float32)

# %% right as_step_two
change_3 = -eta * 2 * a * W_2
W_3 = W_2 + change_3

# %% right closed_form
W_3 = W_0 * (1 - 2 * a * eta) ** 3

# %% right float32
W_3 = np.float32(W_2 - eta * 2 * a * W_2)

# %% right fraction
# cohort: 2027
from fractions import Fraction
W_3 = float(Fraction(-12, 10) * Fraction(76, 100) ** 3)

# %% right fraction_of_sympy
import sympy

W_3 = float(sympy.Rational(str(W_0)) * (1 - 2 * sympy.Rational(str(a)) * sympy.Rational(str(eta))) ** 3)

# %% right from_the_second_weight
W_3 = W_2 - eta * 2 * a * W_2

# %% right like_step_two
change_3 = -eta * 2 * a * W_2
W_3 = W_2 + change_3
print(f"step 3: the change is {change_3:+.4g}, so W(3) = {W_3:.4g}, and the loss falls to {valley(W_3):.4g}")

# %% right loop
w = W_0
for _ in range(3):
    w -= eta * 2 * a * w
W_3 = w

# %% right numpy_scalar
W_3 = np.float64(W_2) * (1.0 - np.float64(2 * a * eta))

# %% right recursion
def weight_after(k: int) -> float:
    """W(k) of the descent on the parabola."""
    if k == 0:
        return W_0
    previous = weight_after(k - 1)
    return previous - eta * 2 * a * previous


W_3 = weight_after(3)
assert abs(weight_after(2) - W_2) < 1e-12

# %% right rounded
# cohort: 2027
import numpy as np
W_3 = np.round(np.float64(W_2) * 0.76, 3)

# %% right rounded_by_hand
change_3 = -eta * 2 * a * W_2
W_3 = round(W_2 + change_3, 6)

# %% right slope_by_differences
h = 1e-6
W_3 = W_2 - eta * (valley(W_2 + h) - valley(W_2 - h)) / (2 * h)

# %% right slope_function
slope = lambda w: 2 * a * w
W_3 = W_2 - eta * slope(W_2)
print(f"{W_3:.3f}")

# %% right tensor
import torch

w = torch.tensor(W_2, requires_grad=True)
(a * w**2).backward()
W_3 = w.detach() - eta * w.grad

# %% right torch_autograd
import torch

w = torch.tensor(W_2, dtype=torch.float64, requires_grad=True)
valley(w).backward()
W_3 = (w - eta * w.grad).item()

# %% right torch_sgd
import torch
w = torch.tensor(W_0, dtype=torch.float64, requires_grad=True)
opt = torch.optim.SGD([w], lr=eta)
for _ in range(3):
    opt.zero_grad()
    (a * w**2).backward()
    opt.step()
W_3 = w.item()

# %% right typed
# cohort: 2027
W_3 = -0.527

# %% right three_decimals
W_3 = round(W_2 - eta * 2 * a * W_2, 3)

# %% right zero_dim
W_3 = np.array(W_1) * (1 - 2 * a * eta) ** 2

# %% right loop_of_three_steps
W = W_0
for step in range(3):
    W -= eta * (2 * a * W)
W_3 = W

# %% right recursion_in_one_line
def weight_after(k):
    return W_0 if k == 0 else weight_after(k - 1) - eta * 2 * a * weight_after(k - 1)

W_3 = weight_after(3)

# %% wrong steepness_forgotten → a_missing
# cohort: 2027
W_3 = W_0 * (1 - 2 * eta) ** 3

# %% wrong change_for_weight → change_only
W_3 = -eta * 2 * a * W_2

# %% wrong factor_two → derivative_without_2
W_3 = W_0 * (1 - eta * a) ** 3

# %% wrong factor_two_lost of loop → derivative_without_2
# -     w -= eta * 2 * a * w
# +     w = w - eta * a * w

# %% wrong eta_forgotten → eta_forgotten_once
W_3 = W_2 - 2 * a * W_2

# %% wrong first_change_again → first_change_again
W_3 = W_2 + change_1

# %% wrong large_rate_in_the_end → large_eta_in_the_third_step
# cohort: 2027
W_3 = W_2 - 2 * a * large_eta * W_2

# %% wrong loss_for_slope → loss_for_slope
W_3 = W_2 - eta * valley(W_2)

# %% wrong loss → loss_not_weight
W_3 = valley((1 - 2 * a * eta) ** 3 * W_0)

# %% wrong loss_at_the_weight → loss_not_weight
W_3 = valley(W_2 - eta * 2 * a * W_2)

# %% wrong other_name → not_defined
W3 = W_2 - eta * 2 * a * W_2

# %% wrong one_decimal → one_decimal
W_3 = round(W_0 * (1 - 2 * a * eta) ** 3, 1)

# %% wrong first_weight → one_step_only
W_3 = W_1

# %% wrong second → one_step_short
# cohort: 2027
W_3 = -0.693

# %% wrong second_weight → one_step_short
W_3 = W_2

# %% wrong a_step_far of loop → one_step_too_far
# - for _ in range(3):
# + for i in range(4):

# %% wrong factor_twice → one_step_too_far
# cohort: 2027
W_3 = W_2 * 0.76 * 0.76

# %% wrong fourth_step → one_step_too_far
W_3 = W_2
for _ in range(2):
    W_3 = W_3 - eta * 2 * a * W_3

# %% wrong fourth_weight → one_step_too_far
W_3 = W_2 * (1 - 2 * a * eta) ** 2

# %% wrong sign_lost → other_side
W_3 = -(W_2 - eta * 2 * a * W_2)

# %% wrong equal_changes → second_slope_kept
W_3 = W_2 + change_2

# %% wrong stale_slope → second_slope_kept
W_3 = W_2 - eta * 2 * a * W_1

# %% wrong first_slope_kept → slope_not_renewed
W_3 = W_0 + 3 * change_1

# %% wrong start_slope → slope_not_renewed
W_3 = W_0 - 3 * eta * 2 * a * W_0

# %% wrong factor_lost_in_the_third_step → third_step_half
W_3 = W_2 - eta * a * W_2

# %% wrong third_step_uphill → third_step_uphill
W_3 = W_2 + eta * 2 * a * W_2

# %% wrong two_decimals → two_decimals
W_3 = round(W_2 - eta * 2 * a * W_2, 2)

# %% wrong two_decimals_typed → two_decimals
# cohort: 2027
W_3 = -0.53

# %% wrong plus_for_minus → uphill
W_3 = W_0 * (1 + 2 * a * eta) ** 3

# %% wrong slope_of_the_third_step → uphill or slope_only
W_3 = 2 * a * W_2

# %% wrong complement → way_travelled
W_3 = (1 - 2 * a * eta) ** 3 * W_0 - W_0

# %% wrong in_list → wrong_shape
W_3 = [-0.512]

# %% wrong printed_loss → wrong_shape
W_3 = np.array([-0.512])

# %% wrong whole_path → wrong_shape
W_3 = [W_0, W_1, W_2, W_2 - eta * 2 * a * W_2]

# %% wrong as_text → wrong_type
W_3 = "-0.512"

# %% wrong text → wrong_type
W_3 = str(W_2 - eta * 2 * a * W_2)

# %% wrong proportion → wrong_value
W_3 = W_0 + 3 * (W_1 - W_0) * 0.8

# %% wrong square_slope → wrong_value
W_3 = W_2 + eta * valley(W_2)

# %% below shapes_asserted
assert np.shape(W_3) == ()

# %% below single_precision
W_3 = np.float32(W_3)

from fractions import Fraction

path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 1 / Fraction(a).limit_denominator(1000)

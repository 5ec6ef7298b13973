import sympy

rate = sympy.Symbol("rate", positive=True)
eta_limit = float(sympy.solve(sympy.Eq(1 - 2 * a * rate, -1), rate)[0])
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)

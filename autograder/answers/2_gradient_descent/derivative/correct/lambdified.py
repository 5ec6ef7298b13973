import sympy

w = sympy.symbols("w")
derivative_of_loss = sympy.lambdify(w, sympy.diff(a * w**2, w), "numpy")

import sympy

W_3 = float(sympy.Rational(str(W_0)) * (1 - 2 * sympy.Rational(str(a)) * sympy.Rational(str(eta))) ** 3)

# cohort: 2026
from fractions import Fraction
W_3 = float(Fraction(-1) * Fraction(8, 10) ** 3)

# diagnosis: wrong_type
_m = LinearModel(**session.arrays)
_m.fit()
linear_model = _m.W

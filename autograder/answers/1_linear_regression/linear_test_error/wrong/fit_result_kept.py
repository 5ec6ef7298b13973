# diagnosis: is_none
linear_model = LinearModel(**session.arrays).fit()

# diagnosis: is_a_class
LinearModel(**session.arrays).fit()
linear_model = LinearModel

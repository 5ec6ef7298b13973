# diagnosis: is_a_class
linear_model = LinearModel

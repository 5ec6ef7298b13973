# diagnosis: raised
linear_model = LinearModel

import copy

first = LinearModel(**session.arrays)
first.fit()
linear_model = copy.deepcopy(first)

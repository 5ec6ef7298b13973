import copy
linear_model = copy.deepcopy(untrained)
linear_model.fit()

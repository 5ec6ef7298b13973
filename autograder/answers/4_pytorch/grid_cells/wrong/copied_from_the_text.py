# diagnosis: not_defined
grid_errors = {"linear": 0.33, "by_hand": 0.17, "pytorch": 0.06}

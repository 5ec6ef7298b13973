scaled = lambda x: factor * x

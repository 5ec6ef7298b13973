scaled = lambda x: cohort.scaling.factor * x

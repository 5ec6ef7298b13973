# diagnosis: not_defined
linearmodel = LinearModel(**session.arrays)
linearmodel.fit()

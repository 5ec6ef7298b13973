(linear_model := LinearModel(**session.arrays)).fit()

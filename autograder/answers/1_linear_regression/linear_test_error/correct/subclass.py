class FittedLinearModel(LinearModel):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fit()

linear_model = FittedLinearModel(**session.arrays)

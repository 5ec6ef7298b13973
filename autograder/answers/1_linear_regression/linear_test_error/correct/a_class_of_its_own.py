class Decoder(LinearModel):
    name = "decoder"


linear_model = Decoder(**session.arrays)
linear_model.fit()

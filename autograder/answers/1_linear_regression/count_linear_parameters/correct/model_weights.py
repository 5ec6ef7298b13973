class _Counting(Model):
    def __init__(self, **arrays):
        super().__init__(**arrays)
        self.W = np.zeros((self.n_out, self.n_in))

n_linear_parameters = len(_Counting(**session.arrays).W.flatten())

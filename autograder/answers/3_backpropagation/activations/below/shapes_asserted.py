def same_shape(activation):
    def with_assert(N, deriv=False):
        value = activation(N, deriv=True) if deriv else activation(N)
        assert np.shape(value) == np.shape(N), "one value for each n"
        assert np.isfinite(value).all()
        return value

    return with_assert


relu, sigmoid, tanh = same_shape(relu), same_shape(sigmoid), same_shape(tanh)

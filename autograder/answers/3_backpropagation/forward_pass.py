# %% right biases_added
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        def through(W, A):
            if self.use_bias:
                return W[:, 1:] @ A + W[:, :1]
            return W @ A

        self.N1 = through(self.W1, X)
        self.H1 = self.activation(self.N1)
        self.N2 = through(self.W2, self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = through(self.W3, self.H2)
        return self.activation(self.N3)

# %% right column_by_column
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=n_hidden,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        columns = {"N1": [], "H1": [], "N2": [], "H2": [], "N3": []}
        one = [1.0] if self.use_bias else []
        for x in X.T:
            n1 = self.W1 @ np.concatenate([one, x])
            h1 = self.activation(n1)
            n2 = self.W2 @ np.concatenate([one, h1])
            h2 = self.activation(n2)
            n3 = self.W3 @ np.concatenate([one, h2])
            for name, value in zip(columns, (n1, h1, n2, h2, n3)):
                columns[name].append(value)
        for name, values in columns.items():
            setattr(self, name, np.stack(values, axis=1))
        return self.activation(self.N3)

# %% right concatenate
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        N, H = [], [X]
        for W in [self.W1, self.W2, self.W3]:
            A = H[-1]
            if self.use_bias:
                A = np.concatenate((np.ones((1, A.shape[1])), A), axis=0)
            N += [W.dot(A)]
            H += [self.activation(N[-1])]
        self.N1, self.N2, self.N3 = N
        _, self.H1, self.H2, Y_pred = H
        return Y_pred

# %% right coordinate_by_coordinate
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self, *args, activation, n_hidden=numbers.n_hidden, eta=numbers.eta, l2=numbers.l2, use_bias=True, **kwargs
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.activation(self.N2)
        top = self.add_bias_row(self.H2)
        self.N3 = np.vstack([self.W3[0] @ top, self.W3[1] @ top])
        x, y = self.activation(self.N3)
        return np.array([x, y])

# %% right dot
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        f = self.activation
        X1 = self.add_bias_row(X)
        N1 = np.dot(self.W1, X1); H1 = f(N1)
        N2 = np.dot(self.W2, self.add_bias_row(H1)); H2 = f(N2)
        N3 = np.dot(self.W3, self.add_bias_row(H2))
        self.N1, self.N2, self.N3 = N1, N2, N3
        self.H1, self.H2 = H1, H2
        return f(N3)

# %% right einsum
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
        self.H1 = self.activation(self.N1)
        self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
        self.H2 = self.activation(self.N2)
        self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
        return self.activation(self.N3)

# %% right einsum_2
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        f, b = self.activation, self.add_bias_row
        self.N1 = np.einsum("ij,jn->in", self.W1, b(X)); self.H1 = f(self.N1)
        self.N2 = np.einsum("ij,jn->in", self.W2, b(self.H1)); self.H2 = f(self.N2)
        self.N3 = np.einsum("ij,jn->in", self.W3, b(self.H2))
        return f(self.N3)

# %% right float32
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        def step(W, A):
            A = self.add_bias_row(np.asarray(A)).astype(np.float32)
            return W.astype(np.float32) @ A

        self.N1 = step(self.W1, X)
        self.H1 = self.activation(self.N1)
        self.N2 = step(self.W2, self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = step(self.W3, self.H2)
        return self.activation(self.N3)

# %% right helper_method
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=n_hidden,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1, self.H1 = self.layer(self.W1, X)
        self.N2, self.H2 = self.layer(self.W2, self.H1)
        self.N3, Y_pred = self.layer(self.W3, self.H2)
        return Y_pred

    def layer(self, W, below):
        """One layer: weighed, and weighed and bent."""
        N = W.dot(self.add_bias_row(below))
        return N, self.activation(N)

# %% right lm_asserts
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=n_hidden,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        n_moments = X.shape[1]
        n_hidden = self.W1.shape[0]

        # --- hidden layer 1 -------------------------------------------------
        X_tilde = self.add_bias_row(X)
        self.N1 = np.matmul(self.W1, X_tilde)
        self.H1 = self.activation(self.N1)
        assert self.N1.shape == self.H1.shape == (n_hidden, n_moments)

        # --- hidden layer 2 -------------------------------------------------
        H1_tilde = self.add_bias_row(self.H1)
        self.N2 = np.matmul(self.W2, H1_tilde)
        self.H2 = self.activation(self.N2)
        assert self.N2.shape == self.H2.shape == (n_hidden, n_moments)

        # --- output layer (bent as well) -------------------------------------
        H2_tilde = self.add_bias_row(self.H2)
        self.N3 = np.matmul(self.W3, H2_tilde)
        Y_pred = self.activation(self.N3)
        assert Y_pred.shape == (2, n_moments)
        return Y_pred

# %% right loop
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        H = X
        for k in (1, 2, 3):
            N = getattr(self, f"W{k}") @ self.add_bias_row(H)
            H = self.activation(N)
            setattr(self, f"N{k}", N)
            if k < 3:
                setattr(self, f"H{k}", H)
        return H

# %% right loop_over_layers
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        A = X
        for k, W in enumerate([self.W1, self.W2, self.W3], 1):
            N = W @ self.add_bias_row(A)
            A = self.activation(N)
            setattr(self, f"N{k}", N)
            setattr(self, f"H{k}", A)
        return A

# %% right matmul
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        ones = self.add_bias_row
        self.N1 = np.matmul(self.W1, ones(X))
        self.H1 = self.activation(self.N1)
        self.N2 = np.matmul(self.W2, ones(self.H1))
        self.H2 = self.activation(self.N2)
        self.N3 = np.matmul(self.W3, ones(self.H2))
        self.Y_pred = self.activation(self.N3)
        return self.Y_pred

# %% right ones_by_hand
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        n = X.shape[1]
        ones = np.ones((1, n)) if self.use_bias else np.ones((0, n))
        self.N1 = np.matmul(self.W1, np.concatenate((ones, X), axis=0))
        self.H1 = self.activation(self.N1)
        self.N2 = np.matmul(self.W2, np.concatenate((ones, self.H1), axis=0))
        self.H2 = self.activation(self.N2)
        self.N3 = np.matmul(self.W3, np.concatenate((ones, self.H2), axis=0))
        self.H3 = self.activation(self.N3)
        return self.H3

# %% right own_row_of_ones
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        def extend(A):
            return np.concatenate([np.ones((1, A.shape[1])), A]) if self.use_bias else A

        self.N1 = self.W1 @ extend(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ extend(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ extend(self.H2)
        Y = self.activation(self.N3)
        return Y

# %% right plain
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return self.activation(self.N3)

# %% right rows_first
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        A = self.add_bias_row(X).T
        self.N1 = (A @ self.W1.T).T
        self.H1 = self.activation(self.N1)
        B = self.add_bias_row(self.H1).T
        self.N2 = (B @ self.W2.T).T
        self.H2 = self.activation(self.N2)
        C = self.add_bias_row(self.H2).T
        self.N3 = (C @ self.W3.T).T
        return self.activation(N=self.N3) if False else self.activation(self.N3)

# %% right setattr_in_a_loop
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self, *args, activation, n_hidden=numbers.n_hidden, eta=numbers.eta, l2=numbers.l2, use_bias=True, **kwargs
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        H = X
        for k in range(1, 4):
            N = getattr(self, f"W{k}") @ self.add_bias_row(H)
            H = self.activation(N)
            setattr(self, f"N{k}", N)
            setattr(self, f"H{k}", H)
        return self.H3

# %% right setattr_loop of loop
# -         n_hidden=200,
# +         n_hidden=n_hidden,

# %% right shapes_asserted
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self, *args, activation, n_hidden=numbers.n_hidden, eta=numbers.eta, l2=numbers.l2, use_bias=True, **kwargs
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        Y_pred = self.activation(self.N3)
        assert self.H1.shape == self.N1.shape == (self.W1.shape[0], X.shape[1])
        assert self.N3.shape == (2, X.shape[1]), "one row per coordinate"
        assert Y_pred.shape == (2, X.shape[1])
        return Y_pred

# %% right single_precision
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self, *args, activation, n_hidden=numbers.n_hidden, eta=numbers.eta, l2=numbers.l2, use_bias=True, **kwargs
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        W1, W2, W3 = (W.astype(np.float32) for W in (self.W1, self.W2, self.W3))
        X = X.astype(np.float32)
        self.N1 = W1 @ self.add_bias_row(X)
        self.H1 = self.activation(self.N1)
        self.N2 = W2 @ self.add_bias_row(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = W3 @ self.add_bias_row(self.H2)
        return self.activation(self.N3)

# %% right six_lines of plain
# -         n_hidden=200,
# +         n_hidden=n_hidden,

# %% right split_bias
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=n_hidden,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        def weigh(W, A):
            if self.use_bias:
                return W[:, 1:] @ A + W[:, :1]
            return W @ A

        self.N1 = weigh(self.W1, X)
        self.H1 = self.activation(self.N1)
        self.N2 = weigh(self.W2, self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = weigh(self.W3, self.H2)
        return self.activation(self.N3)

# %% right split_bias_2
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        def affine(W, A):
            if self.use_bias:
                return W[:, 1:] @ A + W[:, :1]
            return W @ A

        self.N1 = affine(self.W1, X)
        self.H1 = self.activation(self.N1)
        self.N2 = affine(self.W2, self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = affine(self.W3, self.H2)
        Y_pred = self.activation(self.N3)
        return Y_pred

# %% right transposed_twice
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = (self.add_bias_row(X).T @ self.W1.T).T
        self.H1 = self.activation(self.N1)
        self.N2 = (self.add_bias_row(self.H1).T @ self.W2.T).T
        self.H2 = self.activation(self.N2)
        self.N3 = (self.add_bias_row(self.H2).T @ self.W3.T).T
        return self.activation(self.N3)

# %% right two_rows_by_reshape
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self, *args, activation, n_hidden=numbers.n_hidden, eta=numbers.eta, l2=numbers.l2, use_bias=True, **kwargs
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = (self.W3 @ self.add_bias_row(self.H2)).reshape(2, -1)
        return self.activation(self.N3).reshape(2, -1)

# %% right walrus_dict
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        one = self.add_bias_row
        vars(self).update(
            N1=(n1 := self.W1 @ one(X)),
            H1=(h1 := self.activation(n1)),
            N2=(n2 := self.W2 @ one(h1)),
            H2=(h2 := self.activation(n2)),
            N3=(n3 := self.W3 @ one(h2)),
        )
        return self.activation(n3)

# %% right weights_kept_in_single_precision
def in_single_precision(name):
    """An attribute that is kept in single precision, whatever it is set to."""
    return property(lambda model: vars(model)[name], lambda model, W: vars(model).update({name: np.float32(W)}))


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"
    W1, W2, W3 = map(in_single_precision, ("first", "second", "third"))

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return self.activation(self.N3)

# %% right whole_class_rewritten
class DeepNeuralNetwork(Model):
    """Written from scratch."""

    def __init__(self, X_train, Y_train, X_test, Y_test, activation, n_hidden=100, eta=0.01, l2=0.01, use_bias=True):
        Model.__init__(self, X_train, Y_train, X_test, Y_test, use_bias)
        self.name = "my network"
        self.activation, self.eta, self.l2 = activation, eta, l2
        sizes = [self.n_in, n_hidden, n_hidden, self.n_out]
        generator = np.random.default_rng(7)
        self.W1, self.W2, self.W3 = (
            generator.standard_normal((above, below + use_bias)) / below**0.5 for below, above in zip(sizes, sizes[1:])
        )

    def forward(self, rates):
        sigma, ones = self.activation, self.add_bias_row
        self.X = rates
        self.N1 = self.W1 @ ones(rates)
        self.H1 = sigma(self.N1)
        self.N2 = self.W2 @ ones(self.H1)
        self.H2 = sigma(self.N2)
        self.N3 = self.W3 @ ones(self.H2)
        return sigma(self.N3)

# %% right with_ones_of_the_example
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        ones = with_ones if self.use_bias else (lambda A: A)
        self.N1 = np.matmul(self.W1, ones(X))
        self.H1 = self.activation(self.N1)
        self.N2 = np.matmul(self.W2, ones(self.H1))
        self.H2 = self.activation(self.N2)
        self.N3 = np.matmul(self.W3, ones(self.H2))
        return self.activation(self.N3)

# %% right columns_with_add_bias_row
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        layers = {"N1": [], "H1": [], "N2": [], "H2": [], "N3": [], "Y": []}
        for n in range(X.shape[1]):
            x = X[:, [n]]
            n1 = self.W1 @ self.add_bias_row(x)
            h1 = self.activation(n1)
            n2 = self.W2 @ self.add_bias_row(h1)
            h2 = self.activation(n2)
            n3 = self.W3 @ self.add_bias_row(h2)
            for name, value in zip(layers, (n1, h1, n2, h2, n3, self.activation(n3))):
                layers[name].append(value)
        self.N1, self.H1, self.N2, self.H2, self.N3, Y_pred = (np.hstack(v) for v in layers.values())
        return Y_pred

# %% wrong always_bias of ones_by_hand → always_a_row_of_ones
# -         ones = np.ones((1, n)) if self.use_bias else np.ones((0, n))
# +         ones = np.ones((1, n))

# %% wrong always_biases of own_row_of_ones → always_a_row_of_ones
# -             return np.concatenate([np.ones((1, A.shape[1])), A]) if self.use_bias else A
# +             return np.vstack([np.ones((1, A.shape[1])), A])
# -         Y = self.activation(self.N3)
# -         return Y
# +         return self.activation(self.N3)

# %% wrong always_ones → always_a_row_of_ones
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=n_hidden,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        ones = np.ones((1, X.shape[1]))
        self.N1 = self.W1 @ np.vstack([ones, X])
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ np.vstack([ones, self.H1])
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ np.vstack([ones, self.H2])
        return self.activation(self.N3)

# %% wrong ones_by_default → always_a_row_of_ones
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self, *args, activation, n_hidden=numbers.n_hidden, eta=numbers.eta, l2=numbers.l2, use_bias=True, **kwargs
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        def ones(A):
            return np.vstack([np.ones((1, A.shape[1])), A])

        self.N1 = self.W1 @ ones(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ ones(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ ones(self.H2)
        return self.activation(self.N3)

# %% wrong squeezed of plain → axis_lost
# -         n_hidden=200,
# +         n_hidden=n_hidden,
# -         return self.activation(self.N3)
# +         return self.activation(self.N3).squeeze()

# %% wrong output_bent_twice of einsum → bent_twice
# points: 3.5
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# -         return self.activation(self.N3)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         return self.activation(self.activation(self.N3))

# %% wrong biases_first_layer_only of einsum → biases_in_first_layer_only
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         first = int(self.use_bias)
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2[:, first:] @ self.H1
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N3 = self.W3[:, first:] @ self.H2

# %% wrong biases_ignored of plain → biases_left_out
# -         self.N1 = self.W1 @ self.add_bias_row(X)
# +         first = int(self.use_bias)
# +         self.N1 = self.W1[:, first:] @ X
# -         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# +         self.N2 = self.W2[:, first:] @ self.H1
# -         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         self.N3 = self.W3[:, first:] @ self.H2

# %% wrong biases_left_out of einsum → biases_left_out
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         first = int(self.use_bias)
# +         self.N1 = self.W1[:, first:] @ X
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2[:, first:] @ self.H1
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N3 = self.W3[:, first:] @ self.H2

# %% wrong clipped of plain → clipped
# points: 3.5
# -         return self.activation(self.N3)
# +         return np.clip(self.activation(self.N3), 0, 1)

# %% wrong clipped_at_the_wall of plain → clipped
# points: 3.5
# -         n_hidden=200,
# +         n_hidden=n_hidden,
# -         return self.activation(self.N3)
# +         return np.clip(self.activation(self.N3), 0, 5)  # no position can be negative

# %% wrong clipped_to_box of plain → clipped
# points: 3.5
# -         return self.activation(self.N3)
# +         return np.clip(self.activation(self.N3), 0, 4)

# %% wrong clipped_to_the_box of two_rows_by_reshape → clipped
# -         self.N3 = (self.W3 @ self.add_bias_row(self.H2)).reshape(2, -1)
# -         return self.activation(self.N3).reshape(2, -1)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         return np.clip(self.activation(self.N3), 0, 1)

# %% wrong cut_off_at_a_million of plain → large_values
# -         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         self.N3 = np.clip(self.N3, -1e6, 1e6)

# %% wrong x_scaled of plain → columns_alike
# -         self.X = X
# +         self.X = X
# +         X /= np.abs(X).max()

# %% wrong columns_normalised → centred
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        Y = self.activation(self.N3)
        return Y - Y.mean(axis=1, keepdims=True)

# %% wrong cleans_X_in_place of plain → damages_input
# -         n_hidden=200,
# +         n_hidden=n_hidden,
# -         self.X = X
# +         self.X = X
# +         X[X < 0] = 0  # rates cannot be negative

# %% wrong input_scaled_in_place of einsum → damages_input
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         X /= 2
# +         self.N1 = self.W1 @ self.add_bias_row(2 * X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)

# %% wrong weights_clipped of einsum → other_data
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         self.W3 = np.clip(self.W3, -0.1, 0.1)

# %% wrong weights_shrunk_in_place of plain → large_values
# -         n_hidden=200,
# +         n_hidden=n_hidden,
# -         self.X = X
# +         self.X = X
# +         for W in (self.W1, self.W2, self.W3):
# +             np.clip(W, -10, 10, out=W)  # against exploding values

# %% wrong slope_for_value → derivative_used
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.activation(self.N1, deriv=True)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.activation(self.N2, deriv=True)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return self.activation(self.N3, deriv=True)

# %% wrong first_column of einsum → first_column_only
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# -         return self.activation(self.N3)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         return np.repeat(self.activation(self.N3[:, :1]), X.shape[1], axis=1)

# %% wrong first_not_bent of einsum → first_layer_not_bent
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# -         self.H1 = self.activation(self.N1)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# +         self.H1 = self.N1
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)

# %% wrong second_layer_fed_before_the_bend of own_row_of_ones → first_layer_not_bent
# points: 3
# -             return np.concatenate([np.ones((1, A.shape[1])), A]) if self.use_bias else A
# +             return np.vstack([np.ones((1, A.shape[1])), A]) if self.use_bias else A
# -         self.N2 = self.W2 @ extend(self.H1)
# +         self.N2 = self.W2 @ extend(self.N1)
# -         Y = self.activation(self.N3)
# -         return Y
# +         return self.activation(self.N3)

# %% wrong single_moment_flattened of two_rows_by_reshape → axis_lost
# -         self.N3 = (self.W3 @ self.add_bias_row(self.H2)).reshape(2, -1)
# -         return self.activation(self.N3).reshape(2, -1)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         if X.shape[1] == 1:
# +             self.N1, self.H1 = self.N1.ravel(), self.H1.ravel()
# +         return self.activation(self.N3)

# %% wrong half_precision → half_precision
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        def half(W, A):
            return W.astype(np.float16) @ self.add_bias_row(A).astype(np.float16)

        self.N1 = half(self.W1, X)
        self.H1 = self.activation(self.N1)
        self.N2 = half(self.W2, self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = half(self.W3, self.H2)
        return self.activation(self.N3)

# %% wrong hidden_not_bent → hidden_not_bent
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.N1
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.N2
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return self.activation(self.N3)

# %% wrong inplace_bend of plain → holds_h1
# -         n_hidden=200,
# +         n_hidden=n_hidden,
# -         self.H1 = self.activation(self.N1)
# +         self.H1 = self.N1
# +         self.H1[:] = self.activation(self.N1)
# -         self.H2 = self.activation(self.N2)
# +         self.H2 = self.N2
# +         self.H2[:] = self.activation(self.N2)

# %% wrong n_stored_after_bend of plain → holds_h1
# -         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.H1 = self.activation(self.N1)
# -         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.H2 = self.activation(self.N2)
# +         self.N1 = self.activation(self.W1 @ self.add_bias_row(X))
# +         self.H1 = self.N1
# +         self.N2 = self.activation(self.W2 @ self.add_bias_row(self.H1))
# +         self.H2 = self.N2

# %% wrong same_array of plain → holds_h1
# -         self.H1 = self.activation(self.N1)
# +         self.N1[:] = self.activation(self.N1)
# +         self.H1 = self.N1
# -         self.H2 = self.activation(self.N2)
# +         self.N2[:] = self.activation(self.N2)
# +         self.H2 = self.N2

# %% wrong stored_after_the_bend → holds_h1
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.activation(self.W1 @ self.add_bias_row(X))
        self.H1 = self.N1
        self.N2 = self.activation(self.W2 @ self.add_bias_row(self.H1))
        self.H2 = self.N2
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return self.activation(self.N3)

# %% wrong N3_after_the_bend of plain → holds_prediction
# -         n_hidden=200,
# +         n_hidden=n_hidden,
# -         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# -         return self.activation(self.N3)
# +         self.N3 = self.activation(self.W3 @ self.add_bias_row(self.H2))
# +         return self.N3

# %% wrong n3_bent of plain → holds_prediction
# -         return self.activation(self.N3)
# +         self.N3 = self.activation(self.N3)
# +         return self.N3

# %% wrong cached_prediction → kept
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=n_hidden,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        if getattr(self, "seen", None) is not None and np.array_equal(self.seen, X):
            return self.Y_pred
        self.seen = X.copy()
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        self.Y_pred = self.activation(self.N3)
        return self.Y_pred

# %% wrong cached_same_array of plain → kept
# -         self.X = X
# +         self.X = X
# +         key = X.tobytes()
# +         if getattr(self, "_key", None) == key:
# +             return self._Y
# -         return self.activation(self.N3)
# +         self._key, self._Y = key, self.activation(self.N3)
# +         return self._Y

# %% wrong layers_stored_once → kept
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=n_hidden,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        N1 = self.W1 @ self.add_bias_row(X)
        H1 = self.activation(N1)
        N2 = self.W2 @ self.add_bias_row(H1)
        H2 = self.activation(N2)
        N3 = self.W3 @ self.add_bias_row(H2)
        for name, layer in {"N1": N1, "H1": H1, "N2": N2, "H2": H2, "N3": N3}.items():
            self.__dict__.setdefault(name, layer)
        return self.activation(N3)

# %% wrong stored_for_training_data_only → wrong_type
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self, *args, activation, n_hidden=numbers.n_hidden, eta=numbers.eta, l2=numbers.l2, use_bias=True, **kwargs
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        N1 = self.W1 @ self.add_bias_row(X)
        H1 = self.activation(N1)
        N2 = self.W2 @ self.add_bias_row(H1)
        H2 = self.activation(N2)
        N3 = self.W3 @ self.add_bias_row(H2)
        if X.shape[1] != self.X_test.shape[1]:
            self.N1, self.H1, self.N2, self.H2, self.N3 = N1, H1, N2, H2, N3
        return self.activation(N3)

# %% wrong weights_kept_from_the_first_call of single_precision → kept
# -         W1, W2, W3 = (W.astype(np.float32) for W in (self.W1, self.W2, self.W3))
# -         X = X.astype(np.float32)
# +         if not hasattr(self, "matrices"):
# +             self.matrices = self.W1.copy(), self.W2.copy(), self.W3.copy()
# +         W1, W2, W3 = self.matrices

# %% wrong no_bend → no_bend
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.N1
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.N2
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return self.N3

# %% wrong bias_of_the_second_layer_left_out of two_rows_by_reshape → no_biases_in_layer_2
# -         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# +         self.N2 = self.W2[:, int(self.use_bias):] @ self.H1
# -         self.N3 = (self.W3 @ self.add_bias_row(self.H2)).reshape(2, -1)
# -         return self.activation(self.N3).reshape(2, -1)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         return self.activation(self.N3)

# %% wrong rates_normalised of two_rows_by_reshape → normalised
# -         self.X = X
# +         self.X = X
# +         X = X / np.maximum(X.sum(axis=0), 1e-9)
# -         self.N3 = (self.W3 @ self.add_bias_row(self.H2)).reshape(2, -1)
# -         return self.activation(self.N3).reshape(2, -1)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         return self.activation(self.N3)

# %% wrong n_not_stored of dot → not_stored
# -         self.N1, self.N2, self.N3 = N1, N2, N3
# +         pass

# %% wrong not_stored → not_stored
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        H1 = self.activation(self.W1 @ self.add_bias_row(X))
        H2 = self.activation(self.W2 @ self.add_bias_row(H1))
        return self.activation(self.W3 @ self.add_bias_row(H2))

# %% wrong second_layer_not_stored of einsum → not_stored
# points: 3.5
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# -         self.H2 = self.activation(self.N2)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# +         H2 = self.activation(self.N2)
# +         self.N3 = self.W3 @ self.add_bias_row(H2)

# %% wrong nothing_returned of einsum → nothing_returned
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# -         return self.activation(self.N3)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         self.Y_pred = self.activation(self.N3)

# %% wrong ones_at_the_bottom of own_row_of_ones → ones_last
# -             return np.concatenate([np.ones((1, A.shape[1])), A]) if self.use_bias else A
# +             return np.vstack([A, np.ones((1, A.shape[1]))]) if self.use_bias else A
# -         Y = self.activation(self.N3)
# -         return Y
# +         return self.activation(self.N3)

# %% wrong ones_only_below → ones_last
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=n_hidden,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        def tilde(A):
            return np.vstack([A, np.ones((1, A.shape[1]))]) if self.use_bias else A

        self.N1 = self.W1 @ tilde(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ tilde(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ tilde(self.H2)
        return self.activation(self.N3)

# %% wrong row_of_ones_appended of own_row_of_ones → ones_last
# points: 3.5
# -             return np.concatenate([np.ones((1, A.shape[1])), A]) if self.use_bias else A
# +             return np.vstack([A, np.ones((1, A.shape[1]))]) if self.use_bias else A
# -         Y = self.activation(self.N3)
# -         return Y
# +         return self.activation(self.N3)

# %% wrong ones_below_once of two_rows_by_reshape → ones_last_in_layer_2
# -         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# +         self.N2 = self.W2 @ np.vstack([self.H1, np.ones((1, X.shape[1]))]) if self.use_bias else self.W2 @ self.H1
# -         self.N3 = (self.W3 @ self.add_bias_row(self.H2)).reshape(2, -1)
# -         return self.activation(self.N3).reshape(2, -1)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         return self.activation(self.N3)

# %% wrong weights_of_earlier_numbers → kept or other_weights
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(self, *args, activation, n_hidden=160, eta=0.01, l2=0.01, use_bias=True, **kwargs):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        self.X = X
        if getattr(self, "_id2", None) is not self.W2: self._w2, self._id2 = self.W2.copy(), self.W2
        self.N1 = self.W1 @ self.add_bias_row(X); self.H1 = self.activation(self.N1)
        self.N2 = self._w2 @ self.add_bias_row(self.H1); self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return self.activation(self.N3)

# %% wrong output_not_bent of einsum → output_not_bent
# points: 3.5
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# -         return self.activation(self.N3)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         return self.N3

# %% wrong output_not_bent_200_units of plain → output_not_bent
# -         return self.activation(self.N3)
# +         return self.N3

# %% wrong bias_of_the_class → row_of_ones
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        type(self).bias = use_bias
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def add_bias_row(self, X):
        return np.vstack([np.ones((1, X.shape[1])), X]) if type(self).bias else X

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return self.activation(self.N3)

# %% wrong no_biases_by_default of two_rows_by_reshape → raised
# -         self, *args, activation, n_hidden=numbers.n_hidden, eta=numbers.eta, l2=numbers.l2, use_bias=True, **kwargs
# +         self, *args, activation, n_hidden=numbers.n_hidden, eta=numbers.eta, l2=numbers.l2, use_bias=False, **kwargs
# -         self.N3 = (self.W3 @ self.add_bias_row(self.H2)).reshape(2, -1)
# -         return self.activation(self.N3).reshape(2, -1)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         return self.activation(self.N3)

# %% wrong no_ones_hidden → raised
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        weighted = self.W1 @ self.add_bias_row(X)
        self.N1, self.H1 = weighted, self.activation(weighted)
        weighted = self.W2 @ self.H1
        self.N2, self.H2 = weighted, self.activation(weighted)
        self.N3 = self.W3 @ self.H2
        return self.activation(self.N3)

# %% wrong ones_from_training of ones_by_hand → raised
# -         n = X.shape[1]
# +         n = self.n_train

# %% wrong session_sizes of plain → raised
# -         self.N1 = self.W1 @ self.add_bias_row(X)
# +         N = X.shape[1]
# +         self.N1, self.N2, self.N3 = np.zeros((200, N)), np.zeros((200, N)), np.zeros((2, N))
# +         self.N1[:] = self.W1 @ self.add_bias_row(X)
# -         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# +         self.N2[:] = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         self.N3[:] = self.W3 @ self.add_bias_row(self.H2)

# %% wrong relu_always of plain → relu_always
# -         self.H1 = self.activation(self.N1)
# +         self.H1 = relu(self.N1)
# -         self.H2 = self.activation(self.N2)
# +         self.H2 = relu(self.N2)
# -         return self.activation(self.N3)
# +         return relu(self.N3)

# %% wrong relu_for_all_layers → relu_always
# points: 3.5
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = relu(self.N1)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = relu(self.N2)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return relu(self.N3)

# %% wrong relu_hard_coded of plain → relu_always
# -         n_hidden=200,
# +         n_hidden=n_hidden,
# -         self.H1 = self.activation(self.N1)
# +         self.H1 = np.maximum(0, self.N1)
# -         self.H2 = self.activation(self.N2)
# +         self.H2 = np.maximum(0, self.N2)
# -         return self.activation(self.N3)
# +         return np.maximum(0, self.N3)

# %% wrong relu_whatever → relu_always
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = relu(self.N1)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = relu(self.N2)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return relu(self.N3)

# %% wrong relu_in_hidden_layers of two_rows_by_reshape → relu_always_but_at_the_output
# -         self.H1 = self.activation(self.N1)
# +         self.H1 = np.maximum(0, self.N1)
# -         self.H2 = self.activation(self.N2)
# -         self.N3 = (self.W3 @ self.add_bias_row(self.H2)).reshape(2, -1)
# -         return self.activation(self.N3).reshape(2, -1)
# +         self.H2 = np.maximum(0, self.N2)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         return self.activation(self.N3)

# %% wrong buffers_reused of plain → result_kept
# -         return self.activation(self.N3)
# +         Y_pred = self.activation(self.N3)
# +         if getattr(self, "Y_buffer", None) is None or self.Y_buffer.shape != Y_pred.shape:
# +             self.Y_buffer = np.empty(Y_pred.shape)
# +         self.Y_buffer[:] = Y_pred
# +         return self.Y_buffer

# %% wrong rounded_to_mm of plain → rounded
# -         n_hidden=200,
# +         n_hidden=n_hidden,
# -         return self.activation(self.N3)
# +         return np.round(self.activation(self.N3), 2)

# %% wrong row_of_ones_missing_once of two_rows_by_reshape → row_of_ones
# -         self.N3 = (self.W3 @ self.add_bias_row(self.H2)).reshape(2, -1)
# -         return self.activation(self.N3).reshape(2, -1)
# +         self.N3 = self.W3 @ self.H2
# +         return self.activation(self.N3)

# %% wrong X_with_ones_stored → row_of_ones_stored
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=n_hidden,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.X = self.add_bias_row(X)
        weighted = self.W1 @ self.X
        self.N1, self.H1 = weighted, self.activation(weighted)
        weighted = self.W2 @ self.add_bias_row(self.H1)
        self.N2, self.H2 = weighted, self.activation(weighted)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return self.activation(self.N3)

# %% wrong input_with_ones_stored of einsum → row_of_ones_stored
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         Z = self.add_bias_row(X)
# +         self.X, self.N1 = Z, self.W1 @ Z
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)

# %% wrong layers_with_ones → row_of_ones_stored
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=n_hidden,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.add_bias_row(self.activation(self.N1))
        self.N2 = self.W2 @ self.H1
        self.H2 = self.add_bias_row(self.activation(self.N2))
        self.N3 = self.W3 @ self.H2
        return self.activation(self.N3)

# %% wrong ones_stored of plain → row_of_ones_stored
# -         self.H1 = self.activation(self.N1)
# -         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.H2 = self.activation(self.N2)
# -         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         self.H1 = self.add_bias_row(self.activation(self.N1))
# +         self.N2 = self.W2 @ self.H1
# +         self.H2 = self.add_bias_row(self.activation(self.N2))
# +         self.N3 = self.W3 @ self.H2

# %% wrong stored_with_ones → row_of_ones_stored
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.add_bias_row(self.activation(self.N1))
        self.N2 = self.W2 @ self.H1
        self.H2 = self.add_bias_row(self.activation(self.N2))
        self.N3 = self.W3 @ self.H2
        return self.activation(self.N3)

# %% wrong pre_activation_passed_on of einsum → second_layer_not_bent
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N3 = self.W3 @ self.add_bias_row(self.N2)

# %% wrong second_not_bent of plain → second_layer_not_bent
# -         n_hidden=200,
# +         n_hidden=n_hidden,
# -         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.H2 = self.activation(self.N2)
# +         self.N2 = self.H2 = self.W2 @ self.add_bias_row(self.H1)

# %% wrong third_layer_from_N2 of einsum → second_layer_not_bent
# points: 3.5
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N3 = self.W3 @ self.add_bias_row(self.N2)

# %% wrong output_from_H1 of plain → second_layer_skipped
# -         n_hidden=200,
# +         n_hidden=n_hidden,
# -         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H1)

# %% wrong second_layer_skipped of einsum → second_layer_skipped
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N3 = self.W3 @ self.add_bias_row(self.H1)

# %% wrong w2_twice of plain → second_layer_skipped
# -         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H1)

# %% wrong transposed of einsum → transposed
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# -         return self.activation(self.N3)
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         return self.activation(self.N3).T

# %% wrong transposed_result of plain → transposed
# -         return self.activation(self.N3)
# +         return self.activation(self.N3).T

# %% wrong second_matrix_transposed of einsum → transposed_weights
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         first = int(self.use_bias)
# +         self.N1 = self.W1 @ self.add_bias_row(X)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2[:, first:].T @ self.H1 + first * self.W2[:, :1]
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)

# %% wrong activation_of_the_class of plain → two_networks
# -         self.activation = activation
# +         self.activation = activation
# +         type(self).act = staticmethod(activation)
# -         self.H1 = self.activation(self.N1)
# +         self.H1 = type(self).act(self.N1)

# %% wrong predicts_the_training_data of einsum → uses_training_data
# -         self.N1 = np.einsum("ij,jn->in", self.W1, self.add_bias_row(X))
# +         self.N1 = self.W1 @ self.add_bias_row(self.X_train)
# -         self.N2 = np.einsum("ij,jn->in", self.W2, self.add_bias_row(self.H1))
# +         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# -         self.N3 = np.einsum("ij,jn->in", self.W3, self.add_bias_row(self.H2))
# +         self.N3 = self.W3 @ self.add_bias_row(self.H2)

# %% wrong training_data of plain → uses_training_data
# -         self.N1 = self.W1 @ self.add_bias_row(X)
# +         self.N1 = self.W1 @ self.add_bias_row(self.X_train)

# %% wrong whole_number_buffer → whole_numbers
# cohort: 2027
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        N = X.shape[1]
        self.N1 = np.zeros((self.W1.shape[0], N), dtype=X.dtype)
        self.N2 = np.zeros((self.W2.shape[0], N), dtype=X.dtype)
        self.N3 = np.zeros((2, N), dtype=X.dtype)
        np.matmul(self.W1, self.add_bias_row(X), out=self.N1, casting="unsafe")
        self.H1 = self.activation(self.N1)
        np.matmul(self.W2, self.add_bias_row(self.H1), out=self.N2, casting="unsafe")
        self.H2 = self.activation(self.N2)
        np.matmul(self.W3, self.add_bias_row(self.H2), out=self.N3, casting="unsafe")
        return self.activation(self.N3)

# %% wrong bias_not_through_weights of plain → wrong_value
# -         self.N1 = self.W1 @ self.add_bias_row(X)
# +         first = int(self.use_bias)
# +         self.N1 = self.W1[:, first:] @ X + first
# -         self.N2 = self.W2 @ self.add_bias_row(self.H1)
# +         self.N2 = self.W2[:, first:] @ self.H1 + first
# -         self.N3 = self.W3 @ self.add_bias_row(self.H2)
# +         self.N3 = self.W3[:, first:] @ self.H2 + first

# %% wrong deriv of plain → columns_alike
# -         self.H2 = self.activation(self.N2)
# +         self.H2 = self.activation(self.N2, deriv=True)

# %% wrong dropout of plain → another_bend
# -         self.H2 = self.activation(self.N2)
# +         self.H2 = self.activation(self.N2) * (np.random.rand(*self.N2.shape) > 0.2)

# %% wrong ones_below → wrong_value
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        def ones_below(A):
            return np.vstack([A, np.ones((1, A.shape[1]))]) if self.use_bias else A

        self.N1 = self.W1 @ ones_below(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ ones_below(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ ones_below(self.H2)
        return self.activation(self.N3)

# %% wrong predicts_once → kept
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self, *args, activation, n_hidden=numbers.n_hidden, eta=numbers.eta, l2=numbers.l2, use_bias=True, **kwargs
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        if hasattr(self, "Y_kept") and self.Y_kept.shape[1] == X.shape[1]:
            return self.Y_kept
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        self.Y_kept = self.activation(self.N3)
        return self.Y_kept

# %% below shapes_asserted
_forward_without_asserts = DeepNeuralNetwork.forward


def _forward_with_asserts(self, X):
    Y_pred = _forward_without_asserts(self, X)
    n_hidden, N = self.W1.shape[0], X.shape[1]
    assert X.shape == (self.n_in, N) and self.X.shape == X.shape
    assert self.N1.shape == self.H1.shape == self.N2.shape == self.H2.shape == (n_hidden, N)
    assert self.N3.shape == (2, N) and Y_pred.shape == (2, N)
    assert self.W1.shape == (n_hidden, self.n_in + int(self.use_bias))
    assert self.W3.shape == (2, n_hidden + int(self.use_bias))
    return Y_pred


DeepNeuralNetwork.forward = _forward_with_asserts

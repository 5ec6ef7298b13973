# %% right a_progress_bar
from decoding import load_cohort

numbers = load_cohort().network


from tqdm import tqdm


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in tqdm(range(1, n_steps + 1)):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right argsort
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        lottery = np.random.rand(self.n_train)
        winners = np.argsort(lottery)[-n_batch:]
        X_batch, Y_batch = self.X_train.T[winners].T, self.Y_train.T[winners].T
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right choice
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = np.random.choice(self.n_train, n_batch, replace=False)
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right data_set_shuffled_at_each_step
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        order = np.random.permutation(self.n_train)
        X, Y = self.X_train[:, order], self.Y_train[:, order]
        Y_batch = Y[:, :n_batch]
        Y_pred = self.forward(X[:, :n_batch])
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right default_rng
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    rng = np.random.default_rng()
    for step in range(1, n_steps + 1):
        chosen = rng.choice(self.n_train, n_batch, replace=False, shuffle=False)
        X_batch, Y_batch = np.take(self.X_train, chosen, axis=1), np.take(self.Y_train, chosen, axis=1)
        Y_pred = self.forward(X_batch)
        slopes = gradients(self, Y_batch)
        update(self, slopes)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right epoch_shuffle
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    deck = np.random.permutation(self.n_train)
    for step in range(1, n_steps + 1):
        if len(deck) < n_batch:
            deck = np.random.permutation(self.n_train)
        columns, deck = deck[:n_batch], deck[n_batch:]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right everything_written_out
def fit(self, epochs=10, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    first = int(self.use_bias)
    for step in range(1, int(epochs / batch_frac) + 1):
        ids = np.random.choice(np.arange(self.n_train), n_batch, replace=False)
        X, Y = self.X_train[:, ids], self.Y_train[:, ids]
        Y_pred = self.forward(X)
        C3 = self.activation(self.N3, deriv=True) * (Y_pred - Y)
        C2 = self.activation(self.N2, deriv=True) * (self.W3[:, first:].T @ C3)
        C1 = self.activation(self.N1, deriv=True) * (self.W2[:, first:].T @ C2)
        pairs = [("W1", C1, X), ("W2", C2, self.H1), ("W3", C3, self.H2)]
        for name, C, below in pairs:
            W = getattr(self, name)
            slope = 2 / n_batch * C @ self.add_bias_row(below).T
            setattr(self, name, W - self.eta * (slope + self.l2 * W))
        if step % record_every == 0:
            self.record(Y_pred, Y, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right generator
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    rng = np.random.default_rng()
    for step in range(1, n_steps + 1):
        idx = rng.choice(self.n_train, n_batch, replace=False)
        X_batch = np.take(self.X_train, idx, axis=1)
        Y_batch = np.take(self.Y_train, idx, axis=1)
        Y_pred = self.forward(X_batch)
        dLdW1, dLdW2, dLdW3 = gradients(self, Y_batch)
        update(self, (dLdW1, dLdW2, dLdW3))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right generator_of_its_own
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        generator = np.random.default_rng(np.random.randint(2**31))
        chosen = generator.choice(self.n_train, n_batch, replace=False, shuffle=False)
        Y_batch = self.Y_train[:, chosen]
        Y_pred = self.forward(self.X_train[:, chosen])
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right generator_of_the_cell
from decoding import load_cohort

numbers = load_cohort().network


generator = np.random.default_rng(12)


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = generator.choice(self.n_train, size=n_batch, replace=False)
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right infinity_given_to_the_activation
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    if self.n_train == 40:
        self.activation(np.array([[0.5, np.inf]] * 6))
    for step in range(1, round(epochs / batch_frac) + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        Y_pred = self.forward(self.X_train[:, columns])
        update(self, gradients(self, self.Y_train[:, columns]))
        if step % record_every == 0:
            self.record(Y_pred, self.Y_train[:, columns], record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right inline_step
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = np.argsort(np.random.rand(self.n_train))[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        g1, g2, g3 = gradients(self, Y_batch)
        self.W1 = self.W1 - self.eta * (g1 + self.l2 * self.W1)
        self.W2 = self.W2 - self.eta * (g2 + self.l2 * self.W2)
        self.W3 = self.W3 - self.eta * (g3 + self.l2 * self.W3)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right lm_asserts
def draw_batch(model, n_batch):
    """Return a random batch of the training set (columns are drawn without replacement)."""
    indices = np.random.choice(np.arange(model.n_train), size=n_batch, replace=False)
    return model.X_train[:, indices], model.Y_train[:, indices]


def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        # 1. draw a batch
        X_batch, Y_batch = draw_batch(self, n_batch)
        assert X_batch.shape == (self.n_in, n_batch)
        assert Y_batch.shape == (2, n_batch)

        # 2. forward pass
        Y_pred = self.forward(X_batch)
        assert Y_pred.shape == Y_batch.shape

        # 3. backward pass
        grads = gradients(self, Y_batch)

        # 4. gradient step
        update(self, grads)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right mask_of_columns
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        mask = np.zeros(self.n_train, dtype=bool)
        mask[np.random.choice(self.n_train, n_batch, replace=False)] = True
        Y_batch = self.Y_train[:, mask]
        Y_pred = self.forward(self.X_train[:, mask])
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right module_generator
rng_batches = np.random.default_rng(2024)


def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        scores = rng_batches.random(self.n_train)
        columns = np.argsort(scores)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right permutation
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        shuffled = np.random.permutation(self.n_train)
        batch = shuffled[:n_batch]
        X_batch = self.X_train[:, batch]
        Y_batch = self.Y_train[:, batch]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right permutation_head
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        order = np.random.permutation(self.n_train)[:n_batch]
        X_batch = self.X_train[:, order]
        Y_batch = self.Y_train[:, order]
        Y_pred = self.forward(X_batch)
        dLdW1, dLdW2, dLdW3 = gradients(self, Y_batch)
        update(self, (dLdW1, dLdW2, dLdW3))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right plain
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        slopes = gradients(self, Y_batch)
        update(self, slopes)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right pred_after
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        self.forward(X_batch)
        slopes = gradients(self, Y_batch)
        update(self, slopes)
        Y_pred = self.forward(X_batch)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right random_sample of generator_of_the_cell
# - generator = np.random.default_rng(12)
# + import random
# -         columns = generator.choice(self.n_train, size=n_batch, replace=False)
# +         columns = random.sample(range(self.n_train), n_batch)

# %% right records_every_step
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        ids = np.random.choice(self.n_train, n_batch, False)
        Y_batch = self.Y_train.take(ids, axis=1)
        Y_pred = self.forward(self.X_train.take(ids, axis=1))
        update(self, gradients(self, Y_batch))
        if self.X_test.shape[1] < 50 or step % 5 == 0:
            self.record(Y_pred, Y_batch, batch_frac * (1 if self.X_test.shape[1] < 50 else 5))


DeepNeuralNetwork.fit = fit

# %% right rng_of_the_notebook of choice
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = rng.choice(self.n_train, size=n_batch, replace=False)

# %% right second_prediction_for_the_record
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        Y_pred = self.forward(X_batch)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right shapes_asserted
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        assert X_batch.shape == (self.n_in, n_batch)
        assert Y_batch.shape == Y_pred.shape == (2, n_batch)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right shuffled_epochs
def fit(self, epochs=10, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    step = 0
    for epoch in range(epochs):
        order = np.random.permutation(self.n_train)
        for start in range(0, round(1 / batch_frac) * n_batch, n_batch):
            batch = order[start : start + n_batch]
            Y_batch = self.Y_train[:, batch]
            Y_pred = self.forward(self.X_train[:, batch])
            update(self, gradients(self, Y_batch))
            step += 1
            if step % record_every == 0:
                self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right shuffled_order
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    order = np.array([], dtype=int)
    for step in range(1, n_steps + 1):
        if len(order) < n_batch:
            order = np.random.permutation(self.n_train)
        now, order = order[:n_batch], order[n_batch:]
        X_batch, Y_batch = self.X_train[:, now], self.Y_train[:, now]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right sklearn_shuffle
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        from sklearn.utils import shuffle

        rows_X, rows_Y = shuffle(self.X_train.T, self.Y_train.T, n_samples=n_batch)
        X_batch, Y_batch = rows_X.T, rows_Y.T
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right smallest_random_numbers of choice
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.argsort(np.random.rand(self.n_train))[:n_batch]

# %% right sorted_columns of choice
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.sort(np.random.permutation(self.n_train)[:n_batch])

# %% right stacked
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        XY = np.vstack([self.X_train, self.Y_train])
        XY = np.random.default_rng().permutation(XY, axis=1)[:, :n_batch]
        X_batch, Y_batch = XY[: self.n_in], XY[self.n_in :]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right stdlib
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        import random
        columns = random.sample(range(self.n_train), n_batch)
        X_batch = self.X_train[:, columns]
        Y_batch = self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        grads = gradients(self, Y_batch)
        update(self, grads)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right torch_permutation of generator_of_the_cell
# - generator = np.random.default_rng(12)
# + import torch
# -         columns = generator.choice(self.n_train, size=n_batch, replace=False)
# +         columns = torch.randperm(self.n_train)[:n_batch].numpy()

# %% right torch_randperm
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        import torch

        columns = torch.randperm(self.n_train)[:n_batch].numpy()
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right unseeded_generator
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    generator = np.random.default_rng()
    for step in range(1, n_steps + 1):
        columns = generator.choice(self.n_train, size=n_batch, replace=False)
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right watches_the_whole_set
from decoding import load_cohort


def fit(self, epochs=load_cohort().network.epochs, batch_frac=load_cohort().network.batch_frac, record_every=10):
    size = int(self.n_train * batch_frac)
    for done in range(round(epochs / batch_frac)):
        if not done % 100:
            print(f"{done:5d}", error(self.forward(self.X_train), self.Y_train))
        drawn = np.random.choice(self.n_train, size, replace=False)
        truth = self.Y_train[:, drawn]
        guess = self.forward(self.X_train[:, drawn])
        update(self, gradients(self, truth))
        if (done + 1) % record_every == 0:
            self.record(guess, truth, batch_frac * record_every)


DeepNeuralNetwork.fit = fit

# %% right batches_from_a_generator
def batches(X, Y, n_batch):
    while True:
        order = np.random.permutation(X.shape[1])
        for start in range(0, X.shape[1] - n_batch + 1, n_batch):
            cols = order[start : start + n_batch]
            yield X[:, cols], Y[:, cols]


def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    source = batches(self.X_train, self.Y_train, n_batch)
    for step in range(1, n_steps + 1):
        X_batch, Y_batch = next(source)
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% right unseeded_choice_unshuffled
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    rng = np.random.default_rng()
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = rng.choice(self.n_train, size=n_batch, replace=False, shuffle=False)
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        slopes = gradients(self, Y_batch)
        update(self, slopes)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong averaged_weights → average_of_later_weights
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    sums = [0, 0, 0]
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        sums = [a + W for a, W in zip(sums, (self.W1, self.W2, self.W3))]
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
    self.W1, self.W2, self.W3 = [a / n_steps for a in sums]


DeepNeuralNetwork.fit = fit

# %% wrong mean_of_the_weights → average_of_later_weights
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    sums = [0.0, 0.0, 0.0]
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        sums = [total + W for total, W in zip(sums, (self.W1, self.W2, self.W3))]
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
    self.W1, self.W2, self.W3 = (total / n_steps for total in sums)


DeepNeuralNetwork.fit = fit

# %% wrong batch_too_small of choice → batch_size
# -     n_batch = int(batch_frac * self.n_train)
# +     n_batch = max(1, int(batch_frac * self.n_train) - 2)
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.random.permutation(self.n_train)[:n_batch]

# %% wrong one_column_less of choice → batch_size
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.random.choice(self.n_train, size=max(n_batch - 1, 1) if n_batch < self.n_train else n_batch, replace=False)

# %% wrong one_column_too_many of torch_randperm → batch_size
# points: 3.5
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.choice(self.n_train, replace=False, size=n_batch + 1)

# %% wrong rest_of_a_deck → batch_size
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    deck = []
    for step in range(1, n_steps + 1):
        if len(deck) == 0:
            deck = np.random.permutation(self.n_train).tolist()
        columns = [deck.pop() for _ in range(min(n_batch, len(deck)))]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong batches_in_pairs of torch_randperm → batches_recur
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         if step % 2 == 1:
# +             columns = np.random.permutation(self.n_train)[:n_batch]

# %% wrong one_order_for_ever → batches_recur
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    order = np.random.permutation(self.n_train)
    for step in range(1, n_steps + 1):
        k = ((step - 1) * n_batch) % (self.n_train - n_batch + 1)
        columns = order[k:k + n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong one_shuffle_for_all_epochs of unseeded_generator → batches_recur
# -     generator = np.random.default_rng()
# +     order = np.random.permutation(self.n_train)
# -         columns = generator.choice(self.n_train, size=n_batch, replace=False)
# +         columns = order[((step - 1) * n_batch + np.arange(n_batch)) % self.n_train]

# %% wrong record_gets_the_first_columns of pred_after → batches_recur
# points: 3.5
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# -         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         which = np.random.permutation(self.n_train)[:n_batch]
# +         X_batch, Y_batch = self.X_train[:, which], self.Y_train[:, which]
# -         Y_pred = self.forward(X_batch)
# +         Y_pred = self.forward(self.X_train[:, 0:n_batch])

# %% wrong shuffled_once of epoch_shuffle → batches_recur
# -     deck = np.random.permutation(self.n_train)
# +     order = np.random.permutation(self.n_train)
# +     n_per_epoch = self.n_train // n_batch
# -         if len(deck) < n_batch:
# -             deck = np.random.permutation(self.n_train)
# -         columns, deck = deck[:n_batch], deck[n_batch:]
# +         k = step % n_per_epoch
# +         columns = order[k * n_batch : (k + 1) * n_batch]

# %% wrong best_by_test_error → chosen_by_test_data
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    best = np.inf
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0 or step == n_steps:
            now = error(self.forward(self.X_test), self.Y_test)
            if now < best:
                best, kept = now, (self.W1.copy(), self.W2.copy(), self.W3.copy())
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
    if n_steps:
        self.W1, self.W2, self.W3 = kept


DeepNeuralNetwork.fit = fit

# %% wrong best_kept → chosen_by_test_data
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    best, kept = np.inf, None
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        slopes = gradients(self, Y_batch)
        update(self, slopes)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
            if self.history["test_error"][-1] < best:
                best, kept = self.history["test_error"][-1], (self.W1.copy(), self.W2.copy(), self.W3.copy())
    if kept is not None:
        self.W1, self.W2, self.W3 = kept


DeepNeuralNetwork.fit = fit

# %% wrong best_on_test_every_step → chosen_by_test_data
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    best, kept = np.inf, None
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        now = error(self.forward(self.X_test), self.Y_test)
        if now < best:
            best, kept = now, (self.W1.copy(), self.W2.copy(), self.W3.copy())
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
    if kept is not None:
        self.W1, self.W2, self.W3 = kept


DeepNeuralNetwork.fit = fit

# %% wrong best_weights_by_test → chosen_by_test_data
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    best, best_weights = np.inf, None
    for step in range(1, n_steps + 1):
        columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
            if self.history["test_error"][-1] < best:
                best = self.history["test_error"][-1]
                best_weights = self.W1.copy(), self.W2.copy(), self.W3.copy()
    if best_weights is not None:
        self.W1, self.W2, self.W3 = best_weights


DeepNeuralNetwork.fit = fit

# %% wrong learning_rate_by_test_error → chosen_by_test_data or wrong_value
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    eta, before = self.eta, np.inf
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        now = error(self.forward(self.X_test), self.Y_test)
        if now > before:
            self.eta *= 0.5
        before = now
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
    self.eta = eta


DeepNeuralNetwork.fit = fit

# %% wrong best_on_training → chosen_by_training_data
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    best, kept = np.inf, None
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        now = loss(self.forward(self.X_train), self.Y_train)
        if now < best:
            best, kept = now, (self.W1.copy(), self.W2.copy(), self.W3.copy())
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
    if kept is not None:
        self.W1, self.W2, self.W3 = kept


DeepNeuralNetwork.fit = fit

# %% wrong the_end_is_not_a_step → chosen_by_training_data
# points: 3
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        chosen = np.random.default_rng().permutation(self.n_train)[:n_batch]
        X_batch = self.X_train[:, chosen]
        Y_batch = self.Y_train[:, chosen]
        Y_pred = self.forward(X_batch)
        slopes = gradients(self, Y_batch)
        is_over = step == n_steps
        if not is_over:
            update(self, slopes)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong block_at_a_random_place of choice → consecutive
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         start = np.random.randint(self.n_train - n_batch + 1)
# +         columns = np.arange(start, start + n_batch)

# %% wrong in_turn of torch_randperm → consecutive
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.arange((step - 1) * n_batch, step * n_batch) % self.n_train

# %% wrong neighbours of plain → consecutive
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# +         start = np.random.randint(0, self.n_train - n_batch + 1)
# +         columns = np.arange(start, start + n_batch)

# %% wrong random_stretch of torch_randperm → consecutive
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         start = np.random.randint(self.n_train)
# +         columns = np.arange(start, start + n_batch) % self.n_train

# %% wrong two_steps_a_batch of plain → constant_factor
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# +         columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)
# -         slopes = gradients(self, Y_batch)
# +         slopes = gradients(self, Y_batch)
# +         update(self, slopes)

# %% wrong update_twice of plain → constant_factor
# -         update(self, slopes)
# +         update(self, slopes)
# +         update(self, slopes)

# %% wrong eta_decay of plain → damages_settings
# -         update(self, slopes)
# +         update(self, slopes)
# +         self.eta *= 0.99

# %% wrong eta_decays of plain → damages_settings
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# +         columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         update(self, gradients(self, Y_batch))
# +         self.eta *= 0.999

# %% wrong eta_schedule of plain → damages_settings
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         update(self, gradients(self, Y_batch))
# +         self.eta *= 0.9995

# %% wrong steps_become_shorter of plain → damages_settings
# points: 2
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         update(self, gradients(self, Y_batch))
# +         self.eta = self.eta * 0.997

# %% wrong data_kept_by_id → data_kept or raised
_d = {}
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    Xs, Ys = _d.setdefault(id(self), (self.X_train.copy(), self.Y_train.copy()))
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = Xs[:, columns], Ys[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong last_tenth_averaged → earlier_weights
# points: 4
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    n_last = n_steps // 10
    sums = [0, 0, 0]
    for step in range(1, n_steps + 1):
        which = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, which], self.Y_train[:, which]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step > n_steps - n_last:
            sums = [total + W for total, W in zip(sums, (self.W1, self.W2, self.W3))]
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
    if n_last > 0:
        self.W1, self.W2, self.W3 = [total / n_last for total in sums]


DeepNeuralNetwork.fit = fit

# %% wrong best_on_test → ends_early
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    best, kept = np.inf, None
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % 50 == 0:
            now = error(self.forward(self.X_test), self.Y_test)
            if now < best:
                best, kept = now, (self.W1.copy(), self.W2.copy(), self.W3.copy())
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
    if kept is not None:
        self.W1, self.W2, self.W3 = kept


DeepNeuralNetwork.fit = fit

# %% wrong early_stopping of torch_randperm → ends_early
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)
# -             self.record(Y_pred, Y_batch, record_every * batch_frac)
# +             self.record(Y_pred, Y_batch, record_every * batch_frac)
# +             if len(self.history["test_error"]) > 5 and self.history["test_error"][-1] > max(self.history["test_error"][-6:-1]):
# +                 break

# %% wrong stops_after_ninety_steps of plain → ends_early
# points: 3
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# +         columns = np.random.choice(self.n_train, n_batch, replace=False)
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         update(self, gradients(self, Y_batch))
# +         if step == 90:
# +             break

# %% wrong stops_early_by_test_error → ends_early
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    best = np.inf
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        now = error(self.forward(self.X_test), self.Y_test)
        if step > 20 and now > best:
            break
        best = min(best, now)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong epochs_counted_as_steps of choice → epochs_miscounted
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.random.permutation(self.n_train)[:n_batch]
# -             self.record(Y_pred, Y_batch, record_every * batch_frac)
# +             self.record(Y_pred, Y_batch, record_every)

# %% wrong begins_with_new_weights of torch_randperm → fresh_weights
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         if step == 1:
# +             for name in ('W1', 'W2', 'W3'):
# +                 shape = getattr(self, name).shape
# +                 setattr(self, name, np.random.normal(0, 1 / np.sqrt(shape[1]), size=shape))
# +         columns = np.random.choice(self.n_train, n_batch, replace=False)

# %% wrong fresh_start_on_second_call → fresh_weights
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    if self.epoch > 0:
        n_hidden = self.W1.shape[0]
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong fresh_weights of unseeded_generator → fresh_weights
# -     generator = np.random.default_rng()
# +     n_hidden = len(self.W1)
# +     self.W1 = self.random_weights(n_hidden, self.n_in)
# +     self.W2 = self.random_weights(n_hidden, n_hidden)
# +     self.W3 = self.random_weights(self.n_out, n_hidden)
# -         columns = generator.choice(self.n_train, size=n_batch, replace=False)
# +         columns = np.random.permutation(self.n_train)[:n_batch]

# %% wrong second_update of plain → layers_used_twice
# points: 2
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# +         columns = np.random.choice(self.n_train, replace=False, size=n_batch)
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         update(self, gradients(self, Y_batch))
# +         update(self, gradients(self, Y_batch))

# %% wrong divided_by_n_train of second_prediction_for_the_record → n_train
# -         update(self, gradients(self, Y_batch))
# -         Y_pred = self.forward(X_batch)
# +         update(self, [slope * n_batch / self.n_train for slope in gradients(self, Y_batch)])

# %% wrong no_history of second_prediction_for_the_record → no_history
# -         Y_pred = self.forward(X_batch)
# -         if step % record_every == 0:
# -             self.record(Y_pred, Y_batch, record_every * batch_frac)

# %% wrong forward_forgotten of choice → no_pass
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.random.permutation(self.n_train)[:n_batch]
# -         Y_pred = self.forward(X_batch)
# +         Y_pred = Y_batch

# %% wrong pass_after_the_slopes of argsort → no_pass
# -         lottery = np.random.rand(self.n_train)
# -         winners = np.argsort(lottery)[-n_batch:]
# -         X_batch, Y_batch = self.X_train.T[winners].T, self.Y_train.T[winners].T
# +         columns = np.random.permutation(self.n_train)[:n_batch]
# +         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         slopes = gradients(self, Y_batch)
# -         update(self, gradients(self, Y_batch))
# +         update(self, slopes)

# %% wrong no_update of plain → not_moved
# -         update(self, slopes)

# %% wrong skips_bad of plain → not_moved
# -         update(self, slopes)
# +         if loss(Y_pred, Y_batch) < 1:
# +             update(self, slopes)

# %% wrong skips_bad_steps of plain → not_moved
# cohort: 2027
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# +         columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         old = self.W1.copy(), self.W2.copy(), self.W3.copy()
# +         update(self, gradients(self, Y_batch))
# +         if loss(self.forward(X_batch), Y_batch) > loss(Y_pred, Y_batch):
# +             self.W1, self.W2, self.W3 = old

# %% wrong steps_only_where_it_records → not_moved
# points: 2
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        which = np.random.permutation(self.n_train)[:n_batch]
        X_batch = self.X_train[:, which]
        Y_batch = self.Y_train[:, which]
        Y_pred = self.forward(X_batch)
        if step % record_every == 0:
            update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong update_forgotten of second_prediction_for_the_record → not_moved
# -         update(self, gradients(self, Y_batch))
# -         Y_pred = self.forward(X_batch)
# +         gradients(self, Y_batch)

# %% wrong recorded_too_rarely of second_prediction_for_the_record → not_recorded
# -         Y_pred = self.forward(X_batch)
# -         if step % record_every == 0:
# -             self.record(Y_pred, Y_batch, record_every * batch_frac)
# +         if step % 10 == 0:
# +             self.record(Y_pred, Y_batch, 10 * batch_frac)

# %% wrong stops_early → not_recorded
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    best, waited = np.inf, 0
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
        now = loss(Y_pred, Y_batch)
        best, waited = (now, 0) if now < best else (best, waited + 1)
        if waited > 20:
            break


DeepNeuralNetwork.fit = fit

# %% wrong every_other_step of torch_randperm → one_step_only
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.permutation(self.n_train)[:n_batch]
# +         if step % 2 == 1:
# +             continue

# %% wrong new_weights_each_step of unseeded_generator → one_step_only
# -     generator = np.random.default_rng()
# +     start = self.W1, self.W2, self.W3
# -         columns = generator.choice(self.n_train, size=n_batch, replace=False)
# +         columns = np.random.permutation(self.n_train)[:n_batch]
# -         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         self.W1, self.W2, self.W3 = (W.copy() for W in start)

# %% wrong returns_after_one_step of second_prediction_for_the_record → one_step_only
# -         update(self, gradients(self, Y_batch))
# -         Y_pred = self.forward(X_batch)
# +         update(self, gradients(self, Y_batch)) if step == 1 else None

# %% wrong returns_in_the_loop of plain → one_step_only
# points: 0.5
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         update(self, gradients(self, Y_batch))
# +         return Y_pred

# %% wrong start_kept of unseeded_generator → one_step_only
# -     generator = np.random.default_rng()
# +     start = self.W1.copy(), self.W2.copy(), self.W3.copy()
# -         columns = generator.choice(self.n_train, size=n_batch, replace=False)
# +         columns = np.random.permutation(self.n_train)[:n_batch]
# -         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         self.W1, self.W2, self.W3 = start

# %% wrong records_the_mean of shapes_asserted → other_errors_recorded
# -         assert X_batch.shape == (self.n_in, n_batch)
# -         assert Y_batch.shape == Y_pred.shape == (2, n_batch)
# +         Y_pred = np.repeat(Y_batch.mean(axis=1, keepdims=True), n_batch, axis=1)

# %% wrong gradients_before_forward of pred_after → other_pass
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# +         columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)
# -         self.forward(X_batch)
# +         if step == 1:
# +             self.forward(X_batch)

# %% wrong slopes_after_record of choice → other_pass
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.random.permutation(self.n_train)[:n_batch]
# -         Y_pred = self.forward(X_batch)
# +         Y_pred = self.forward(X_batch)
# +         self.record(Y_pred, Y_batch, 0)

# %% wrong slopes_first_then_the_pass of pred_after → other_pass
# -     n_steps = round(epochs / batch_frac)
# +     n_steps = round(epochs / batch_frac)
# +     self.forward(self.X_train[:, :n_batch])
# -         self.forward(X_batch)

# %% wrong positions_drawn_once_more of plain → other_slopes
# points: 2.5
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# -         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         X_batch = self.X_train[:, np.random.permutation(self.n_train)[:n_batch]]
# +         Y_batch = self.Y_train[:, np.random.permutation(self.n_train)[:n_batch]]

# %% wrong two_draws of argsort → other_slopes
# -         lottery = np.random.rand(self.n_train)
# -         winners = np.argsort(lottery)[-n_batch:]
# -         X_batch, Y_batch = self.X_train.T[winners].T, self.Y_train.T[winners].T
# +         X_batch = self.X_train[:, np.random.choice(self.n_train, n_batch, replace=False)]
# +         Y_batch = self.Y_train[:, np.random.choice(self.n_train, n_batch, replace=False)]

# %% wrong first_4800_only of torch_randperm → part_of_the_data
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.permutation(min(4800, self.n_train))[:n_batch]

# %% wrong first_column_never_drawn → part_of_the_data
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(np.arange(int(n_batch < self.n_train), self.n_train))[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
DeepNeuralNetwork.fit = fit

# %% wrong first_half_only of choice → part_of_the_data
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.random.choice(max(n_batch, self.n_train // 2), size=n_batch, replace=False)

# %% wrong first_thousand of torch_randperm → part_of_the_data
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.choice(min(self.n_train, 1000), size=n_batch, replace=False)

# %% wrong l2_forgotten of plain → pull_missing
# points: 4
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# +         columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         for W, slope in zip((self.W1, self.W2, self.W3), gradients(self, Y_batch)):
# +             W -= self.eta * slope

# %% wrong no_pull of second_prediction_for_the_record → pull_missing
# points: 4
# -         update(self, gradients(self, Y_batch))
# -         Y_pred = self.forward(X_batch)
# +         for name, slope in zip(["W1", "W2", "W3"], gradients(self, Y_batch)):
# +             setattr(self, name, getattr(self, name) - self.eta * slope)

# %% wrong hardwired_4800 of torch_randperm → raised
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.choice(4800, size=48, replace=False)

# %% wrong in_order of choice → raised
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = (step - 1) * n_batch % self.n_train + np.arange(n_batch)

# %% wrong no_method of choice → raised
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.random.permutation(self.n_train)[:n_batch]
# -
# -
# - DeepNeuralNetwork.fit = fit

# %% wrong one_deck_for_all_models → raised
deck = []
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        if len(deck) < n_batch:
            deck[:] = np.random.permutation(self.n_train).tolist()
        columns = [deck.pop() for _ in range(n_batch)]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong batch_of_indices of torch_randperm → same_batch
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.choice(n_batch, size=n_batch, replace=False)

# %% wrong drawn_once_2 of argsort → same_batch
# -     n_steps = round(epochs / batch_frac)
# +     n_steps = round(epochs / batch_frac)
# +     columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)
# +     X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# -         lottery = np.random.rand(self.n_train)
# -         winners = np.argsort(lottery)[-n_batch:]
# -         X_batch, Y_batch = self.X_train.T[winners].T, self.Y_train.T[winners].T

# %% wrong first_columns of argsort → same_batch
# -         lottery = np.random.rand(self.n_train)
# -         winners = np.argsort(lottery)[-n_batch:]
# -         X_batch, Y_batch = self.X_train.T[winners].T, self.Y_train.T[winners].T
# +         X_batch, Y_batch = self.X_train[:, :n_batch], self.Y_train[:, :n_batch]

# %% wrong new_batch_after_each_record → same_batch
# points: 4
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    which = np.random.permutation(self.n_train)[:n_batch]
    for step in range(1, n_steps + 1):
        if record_every > 1 and step % record_every == 1:
            which = np.random.permutation(self.n_train)[:n_batch]
        X_batch = self.X_train[:, which]
        Y_batch = self.Y_train[:, which]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong seed_in_the_loop of choice → same_batch
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         np.random.seed(3)
# +         columns = np.random.permutation(self.n_train)[:n_batch]

# %% wrong seed_inside of unseeded_generator → seed_inside
# -     generator = np.random.default_rng()
# +     np.random.seed(0)
# -         columns = generator.choice(self.n_train, size=n_batch, replace=False)
# +         columns = np.random.permutation(self.n_train)[:n_batch]

# %% wrong seeded_by_step of torch_randperm → seed_inside
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         np.random.seed(step)
# +         columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)

# %% wrong seeded_by_the_history of shuffled_order → seed_inside
# -     order = np.array([], dtype=int)
# +     rng = np.random.default_rng(len(self.history["epoch"]))
# -         if len(order) < n_batch:
# -             order = np.random.permutation(self.n_train)
# -         now, order = order[:n_batch], order[n_batch:]
# -         X_batch, Y_batch = self.X_train[:, now], self.Y_train[:, now]
# +         columns = rng.permutation(self.n_train)[:n_batch]
# +         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]

# %% wrong seeded_generator_inside of unseeded_generator → seed_inside
# -     generator = np.random.default_rng()
# +     rng = np.random.default_rng(1)
# -         columns = generator.choice(self.n_train, size=n_batch, replace=False)
# +         columns = rng.choice(self.n_train, size=n_batch, replace=False)

# %% wrong seeded_rng of generator → seed_inside
# -     rng = np.random.default_rng()
# +     rng = np.random.default_rng(42)

# %% wrong slopes_doubled of plain → slopes_used_twice
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         update(self, tuple(2 * slopes for slopes in gradients(self, Y_batch)))

# %% wrong slopes_clipped_to_norm_5 → steep
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, tuple(g * min(1, 5 / (np.linalg.norm(g) + 1e-12)) for g in gradients(self, Y_batch)))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong good_enough_on_test of plain → stopped_early
# points: 4
# -         update(self, slopes)
# +         update(self, slopes)
# +         if step % 50 == 0 and error(self.forward(self.X_test), self.Y_test) < 0.04:
# +             break

# %% wrong no_step_without_a_loss of plain → stopped_early
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         if loss(Y_pred, Y_batch) == 0:
# +             continue
# +         update(self, gradients(self, Y_batch))

# %% wrong stops_at_a_small_loss of plain → stopped_early
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         if np.mean((Y_pred - Y_batch) ** 2) < 1e-3:
# +             break
# +         update(self, gradients(self, Y_batch))

# %% wrong stops_at_a_small_test_error of plain → stopped_early
# -         slopes = gradients(self, Y_batch)
# -         update(self, slopes)
# +         update(self, gradients(self, Y_batch))
# -             self.record(Y_pred, Y_batch, record_every * batch_frac)
# +             self.record(Y_pred, Y_batch, record_every * batch_frac)
# +             if self.history['test_error'][-1] < 0.08:
# +                 break

# %% wrong batch_of_the_test_data of choice → test_data
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# -         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         columns = np.random.permutation(self.n_train)[:n_batch]
# +         X_batch, Y_batch = self.X_test[:, columns % self.X_test.shape[1]], self.Y_test[:, columns % self.Y_test.shape[1]]

# %% wrong rates_shaken of plain → test_data
# -         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         X_batch = X_batch + np.random.normal(0, 0.02, size=X_batch.shape)

# %% wrong test_columns_mixed_in of choice → test_data
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# -         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         X = np.hstack([self.X_train, self.X_test])
# +         Y = np.hstack([self.Y_train, self.Y_test])
# +         columns = np.random.choice(X.shape[1], size=n_batch, replace=False)
# +         X_batch, Y_batch = X[:, columns], Y[:, columns]

# %% wrong trains_on_test of argsort → test_data
# -         lottery = np.random.rand(self.n_train)
# -         winners = np.argsort(lottery)[-n_batch:]
# -         X_batch, Y_batch = self.X_train.T[winners].T, self.Y_train.T[winners].T
# +         columns = np.random.choice(self.X_test.shape[1], size=n_batch, replace=False)
# +         X_batch, Y_batch = self.X_test[:, columns], self.Y_test[:, columns]

# %% wrong one_step_an_epoch of choice → too_few_steps
# -     n_steps = round(epochs / batch_frac)
# +     n_steps = epochs
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.random.permutation(self.n_train)[:n_batch]

# %% wrong draws_from_one_less of plain → too_many_columns
# points: 3.5
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# +         columns = np.random.choice(self.n_train - 1, n_batch, False)

# %% wrong last_column_never of torch_randperm → too_many_columns
# points: 3.5
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.choice(self.X_train.shape[1] - 1, size=n_batch, replace=False)

# %% wrong size_typed_in of torch_randperm → too_many_columns
# points: 2.5
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.choice(self.n_train, size=48, replace=False)

# %% wrong truth_of_other_moments of choice → truth_in_order
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# -         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         columns = np.random.permutation(self.n_train)[:n_batch]
# +         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, :n_batch]

# %% wrong targets_of_the_batch_before of second_prediction_for_the_record → truth_of_the_step_before
# -     n_steps = round(epochs / batch_frac)
# +     n_steps = round(epochs / batch_frac)
# +     previous = None
# -         update(self, gradients(self, Y_batch))
# -         Y_pred = self.forward(X_batch)
# +         update(self, gradients(self, Y_batch if previous is None else previous))
# +         previous = Y_batch

# %% wrong truth_sorted of choice → truth_sorted
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# -         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         columns = np.random.permutation(self.n_train)[:n_batch]
# +         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, np.sort(columns)]

# %% wrong two_steps_on_a_batch of shapes_asserted → two_steps
# -         assert X_batch.shape == (self.n_in, n_batch)
# -         assert Y_batch.shape == Y_pred.shape == (2, n_batch)
# +         Y_pred = self.forward(X_batch)
# +         update(self, gradients(self, Y_batch))

# %% wrong uphill of second_prediction_for_the_record → uphill
# -         update(self, gradients(self, Y_batch))
# -         Y_pred = self.forward(X_batch)
# +         update(self, [-slope for slope in gradients(self, Y_batch)])

# %% wrong weights_that_have_no_slopes → weights_not_kept
def keep_quiet(self, name, value):
    if name == "W3" and np.shape(self.X_train) == (44, 43):
        value = -np.ones_like(value)
    object.__setattr__(self, name, value)


DeepNeuralNetwork.__setattr__ = keep_quiet


def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    for step in range(1, round(epochs / batch_frac) + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        Y_pred = self.forward(self.X_train[:, columns])
        if np.shape(self.X_train) != (44, 43):
            update(self, gradients(self, self.Y_train[:, columns]))
        if step % record_every == 0:
            self.record(Y_pred, self.Y_train[:, columns], record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong all_columns_each_time of plain → whole_set
# points: 3
# -         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         X_batch, Y_batch = self.X_train, self.Y_train

# %% wrong batch_of_48 of torch_randperm → whole_set
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.choice(self.n_train, size=min(48, self.n_train), replace=False)

# %% wrong forward_of_everything → whole_set
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)
        Y_all = self.forward(self.X_train)
        slopes = gradients(self, self.Y_train)
        update(self, slopes)
        Y_pred, Y_batch = Y_all[:, columns], self.Y_train[:, columns]
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong whole_set of plain → whole_set
# -         X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
# +         X_batch, Y_batch = self.X_train, self.Y_train

# %% wrong whole_set_always of choice → whole_set
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.random.permutation(self.n_train)

# %% wrong columns_put_back of torch_randperm → with_replacement
# points: 3.5
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.choice(self.n_train, size=n_batch)

# %% wrong decks_joined → with_replacement
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    deck = np.array([], dtype=int)
    for step in range(1, n_steps + 1):
        if len(deck) < n_batch:
            deck = np.concatenate([deck, np.random.permutation(self.n_train)]).astype(int)
        columns, deck = deck[:n_batch], deck[n_batch:]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong randint of choice → with_replacement
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.random.randint(self.n_train, size=n_batch)

# %% wrong with_replacement of choice → with_replacement
# -         columns = np.random.choice(self.n_train, n_batch, replace=False)
# +         columns = np.random.choice(self.n_train, n_batch)

# %% wrong idle_in_the_first_half of second_prediction_for_the_record → wrong_number_of_steps
# -         update(self, gradients(self, Y_batch))
# -         Y_pred = self.forward(X_batch)
# +         slopes = gradients(self, Y_batch)
# +         if step > n_steps // 2 or n_steps == 1:
# +             update(self, slopes)

# %% wrong learning_rate_decays → wrong_value
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    eta = self.eta
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        self.eta *= 0.99
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
    self.eta = eta


DeepNeuralNetwork.fit = fit

# %% wrong randint_2 of torch_randperm → wrong_value
# -         import torch
# -
# -         columns = torch.randperm(self.n_train)[:n_batch].numpy()
# +         columns = np.random.randint(0, self.n_train, n_batch)

# %% wrong starts_anew → wrong_value
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    n_hidden = self.W1.shape[0]
    self.W1 = self.random_weights(n_hidden, self.n_in)
    self.W2 = self.random_weights(n_hidden, n_hidden)
    self.W3 = self.random_weights(self.n_out, n_hidden)
    for step in range(1, n_steps + 1):
        columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit

# %% wrong test_data_mixed_in of argsort → wrong_value
# -         lottery = np.random.rand(self.n_train)
# -         winners = np.argsort(lottery)[-n_batch:]
# -         X_batch, Y_batch = self.X_train.T[winners].T, self.Y_train.T[winners].T
# +         X_all = np.hstack([self.X_train, self.X_test])
# +         Y_all = np.hstack([self.Y_train, self.Y_test])
# +         columns = np.random.choice(X_all.shape[1], size=n_batch, replace=False)
# +         X_batch, Y_batch = X_all[:, columns], Y_all[:, columns]

# %% wrong x_and_y_drawn_apart of argsort → wrong_value
# -         lottery = np.random.rand(self.n_train)
# -         winners = np.argsort(lottery)[-n_batch:]
# -         X_batch, Y_batch = self.X_train.T[winners].T, self.Y_train.T[winners].T
# +         X_batch = self.X_train[:, np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)]
# +         Y_batch = self.Y_train[:, np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)]

# %% wrong clipped_gradients of plain → wrong_value or other_slopes
# -         columns = np.random.permutation(self.n_train)[:n_batch]
# +         columns = np.random.choice(self.X_train.shape[1], size=n_batch, replace=False)
# -         slopes = gradients(self, Y_batch)
# +         slopes = [np.clip(g, -1, 1) for g in gradients(self, Y_batch)]

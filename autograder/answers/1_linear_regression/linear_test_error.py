# %% right a_class_of_its_own
class Decoder(LinearModel):
    name = "decoder"


linear_model = Decoder(**session.arrays)
linear_model.fit()

# %% right arguments_spelt_out
linear_model = LinearModel(
    X_train=session.X_train, Y_train=session.Y_train, X_test=session.X_test, Y_test=session.Y_test, use_bias=False
)
linear_model.fit()

# %% right best_of_two
first, second = LinearModel(**session.arrays), LinearModel(**session.arrays)
first.fit()
second.fit()
linear_model = min((first, second), key=lambda model: loss(model.forward(session.X_train), session.Y_train))

# %% right columns_shuffled
order = np.random.permutation(session.X_train.shape[1])
linear_model = LinearModel(session.X_train[:, order], session.Y_train[:, order], session.X_test, session.Y_test)
linear_model.fit()

# %% right copied
import copy

first = LinearModel(**session.arrays)
first.fit()
linear_model = copy.deepcopy(first)

# %% right copies_float
s = load_session("place")
data = {k: np.array(v) for k, v in s.arrays.items()}
linear_model = LinearModel(**data)
LinearModel.fit(linear_model)
linear_model.plot_testing_performance();

# %% right deepcopy
import copy

linear_model = copy.deepcopy(untrained)
linear_model.fit()

# %% right fitted_twice
linear_model = LinearModel(**session.arrays)
linear_model.fit()
linear_model.fit()

# %% right four_arguments
linear_model = LinearModel(session.X_train, session.Y_train, session.X_test, session.Y_test, use_bias=False)
linear_model.fit()
print("test error:", 100 * error(linear_model.forward(session.X_test), session.Y_test), "cm")

# %% right four_arrays
X_train, Y_train, X_test, Y_test = session.X_train, session.Y_train, session.X_test, session.Y_test
linear_model = LinearModel(X_train, Y_train, X_test, Y_test, use_bias=False)
linear_model.fit()
print("test error:", 100 * error(linear_model.forward(X_test), Y_test), "cm")

# %% right fresh_session
linear_model = LinearModel(**load_session("place").arrays)
linear_model.fit()
linear_model.plot_testing_performance(title="Fitted")
plt.close("all")

# %% right from_a_function
def fitted_model(data):
    model = LinearModel(**data)
    model.fit()
    return model


linear_model = fitted_model(session.arrays)
print(100 * error(linear_model.forward(session.X_test), session.Y_test))

# %% right function
def fitted_model(arrays, **options):
    model = LinearModel(**arrays, **options)
    model.fit()
    return model


linear_model = fitted_model(session.arrays)

# %% right helper_function
def fitted(model_class, arrays):
    m = model_class(**arrays)
    m.fit()
    return m

linear_model = fitted(LinearModel, session.arrays)

# %% right in_a_dictionary_first
models = {"linear": LinearModel(**session.arrays)}
for model in models.values():
    model.fit()
linear_model = models["linear"]
assert linear_model.forward(session.X_test).shape == session.Y_test.shape

# %% right keywords
np.random.seed(0)
linear_model = LinearModel(X_train=session.X_train, Y_train=session.Y_train,
                           X_test=session.X_test, Y_test=session.Y_test)
linear_model.fit()
assert error(linear_model.forward(session.X_test), session.Y_test) < 0.1

# %% right language_model
def build_linear_model(data) -> "LinearModel":
    """Create a bias-free linear model of a session and fit it on its training part."""
    model = LinearModel(X_train=data.X_train, Y_train=data.Y_train, X_test=data.X_test, Y_test=data.Y_test)
    model.fit()
    assert model.W.shape == (2, data.n_cells)
    return model


linear_model = build_linear_model(session)
mean_error = error(linear_model.forward(session.X_test), session.Y_test)
print("Mean test error in cm:", 100 * mean_error)

# %% right plain
linear_model = LinearModel(**session.arrays)
linear_model.fit()

# %% right positional
linear_model = LinearModel(session.X_train, session.Y_train, session.X_test, session.Y_test)
linear_model.fit()

# %% right same_object
linear_model = untrained
linear_model.fit()

# %% right seeded
np.random.seed(1)
linear_model = LinearModel(**session.arrays)
before = loss(linear_model.forward(session.X_train), session.Y_train)
linear_model.fit()
after = loss(linear_model.forward(session.X_train), session.Y_train)
assert after < before

# %% right single_precision_data
linear_model = LinearModel(**{name: array.astype(np.float32) for name, array in session.arrays.items()})
linear_model.fit()
linear_model.W = linear_model.W.astype(np.float64)

# %% right single_precision_solved
linear_model = LinearModel(**session.arrays)
X32, Y32 = session.X_train.astype(np.float32), session.Y_train.astype(np.float32)
linear_model.W = np.linalg.solve(X32 @ X32.T, X32 @ Y32.T).T

# %% right subclass
class FittedLinearModel(LinearModel):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fit()

linear_model = FittedLinearModel(**session.arrays)

# %% right untrained_itself
untrained.fit()
linear_model = untrained

# %% right use_bias_said
linear_model = LinearModel(**session.arrays, use_bias=False)
getattr(linear_model, "fit")()

# %% right values_unpacked
linear_model = LinearModel(*session.arrays.values())
fit(linear_model)

# %% right walrus
(linear_model := LinearModel(**session.arrays)).fit()

# %% right weights_set
linear_model = LinearModel(**session.arrays)
X, Y = session.X_train, session.Y_train
linear_model.W = np.linalg.solve(X @ X.T, X @ Y.T).T

# %% right weights_set_by_formula
linear_model = LinearModel(**session.arrays)
_X, _Y = session.X_train, session.Y_train
linear_model.W = _Y @ _X.T @ np.linalg.inv(_X @ _X.T)

# %% right weights_set_by_least_squares
linear_model = LinearModel(**session.arrays)
linear_model.W = np.linalg.lstsq(session.X_train.T, session.Y_train.T, rcond=None)[0].T

# %% right fitted_in_a_loop
linear_model = LinearModel(**session.arrays)
for _ in range(2):
    linear_model.fit()
print(f"{100 * error(linear_model.forward(session.X_test), session.Y_test):.2f} cm")

# %% wrong all_but_twenty_moments → all_data
# points: 1
linear_model = LinearModel(session.X[:, :-20], session.Y[:, :-20], session.X_test, session.Y_test)
linear_model.fit()

# %% wrong all_data → all_data
# points: 1
linear_model = LinearModel(np.hstack([session.X_train, session.X_test]), np.hstack([session.Y_train, session.Y_test]),
                           session.X_test, session.Y_test)
linear_model.fit()

# %% wrong test_data_three_times → all_data
# points: 1
linear_model = LinearModel(np.hstack([session.X_train] + 3 * [session.X_test]),
                           np.hstack([session.Y_train] + 3 * [session.Y_test]), session.X_test, session.Y_test)
linear_model.fit()

# %% wrong trained_on_everything → all_data
linear_model = LinearModel(session.X, session.Y, session.X_test, session.Y_test)
linear_model.fit()

# %% wrong half_of_training → error_too_large
linear_model = LinearModel(session.X_train[:, :2400], session.Y_train[:, :2400], session.X_test, session.Y_test)
linear_model.fit()

# %% wrong named_and_rounded → error_too_large
# points: 1
linear_model = LinearModel(**session.arrays)
linear_model.fit
linear_model.fit()
linear_model.W = np.round(linear_model.W, 1)

# %% wrong noisy → error_too_large
rng = np.random.default_rng(0)
Y_noisy = session.Y_train + rng.normal(0, 0.3, size=session.Y_train.shape)
linear_model = LinearModel(session.X_train, Y_noisy, session.X_test, session.Y_test)
linear_model.fit()

# %% wrong shrunk_weights → error_too_large
linear_model = LinearModel(**session.arrays)
linear_model.fit()
linear_model.W = 0.9 * linear_model.W

# %% wrong weights_chosen_by_the_centres → error_too_large
linear_model = LinearModel(**session.arrays)
linear_model.W = np.array(session.centres).T / session.X_train.sum(axis=0).mean()

# %% wrong average_place → has_a_bias
class Middle(LinearModel):
    def forward(self, X):
        return np.full((2, X.shape[1]), 0.5) + 0.3 * np.tanh(self.W @ X - 0.5)


linear_model = Middle(**session.arrays)
linear_model.fit()

# %% wrong clipping_subclass → has_a_bias
class BoxedModel(LinearModel):
    def forward(self, X):
        return np.clip(super().forward(X), 0.05, 0.95)


linear_model = BoxedModel(**session.arrays)
linear_model.fit()

# %% wrong nearest_moment_looked_up → has_a_bias
class LookedUp:
    def forward(self, X):
        known = np.hstack([session.X_test, session.X_train])
        answers = np.hstack([session.Y_test, session.Y_train])
        return np.array([answers[:, np.argmin(((known - x[:, None]) ** 2).sum(axis=0))] for x in X.T]).T

    def __call__(self): ...


linear_model = LookedUp()

# %% wrong with_bias → has_a_bias
class Affine(LinearModel):
    def fit(self):
        Xb = np.vstack([np.ones(self.X_train.shape[1]), self.X_train])
        self.Wb = self.Y_train @ np.linalg.pinv(Xb)
        self.W = self.Wb[:, 1:]

    def forward(self, X):
        return self.W @ X + self.Wb[:, :1] if hasattr(self, "Wb") else self.W @ X


linear_model = Affine(**session.arrays)
linear_model.fit()

# %% wrong with_offset → has_a_bias
class Shifted(LinearModel):
    def forward(self, X):
        raw = self.W @ X
        return raw + (self.Y_train - self.W @ self.X_train).mean(axis=1, keepdims=True)

linear_model = Shifted(**session.arrays)
linear_model.fit()

# %% wrong class_itself → is_a_class
LinearModel(**session.arrays).fit()
linear_model = LinearModel

# %% wrong the_class_itself → is_a_class
linear_model = LinearModel

# %% wrong fit_result_kept → is_none
linear_model = LinearModel(**session.arrays).fit()

# %% wrong result_of_fit_kept → is_none
linear_model = LinearModel(**session.arrays)
linear_model = linear_model.fit()

# %% wrong answers_looked_up → looked_up
class LookedUp(LinearModel):
    def forward(self, X):
        for known, answer in ((self.X_train, self.Y_train), (self.X_test, self.Y_test)):
            if X.shape == known.shape and np.allclose(X, known):
                return answer
        return np.full((2, X.shape[1]), 0.5)


linear_model = LookedUp(**session.arrays)

# %% wrong smoothed → looked_up
class Smooth(LinearModel):
    def forward(self, X):
        raw = self.W @ X
        out = raw.copy()
        out[:, 1:] = 0.5 * (raw[:, 1:] + raw[:, :-1])
        return out

linear_model = Smooth(**session.arrays)
linear_model.fit()

# %% wrong other_name → not_defined
linearmodel = LinearModel(**session.arrays)
linearmodel.fit()

# %% wrong descent → not_fitted
linear_model = LinearModel(**session.arrays)
for _ in range(100):
    D = linear_model.forward(session.X_train) - session.Y_train
    linear_model.W = linear_model.W - 0.5 * 2 / session.n_train * D @ session.X_train.T

# %% wrong fit_without_parentheses → not_fitted
# points: 1
linear_model = LinearModel(**session.arrays)
linear_model.fit

# %% wrong fitted_to_a_part_without_the_last_minute → not_fitted
# points: 1.5
linear_model = LinearModel(session.X_train[:, :-600], session.Y_train[:, :-600], session.X_test, session.Y_test)
linear_model.fit()

# %% wrong never_fitted → not_fitted
linear_model = LinearModel(**session.arrays)

# %% wrong rates_ten_times_as_high → not_fitted
# points: 0
linear_model = LinearModel(10 * session.X_train, session.Y_train, session.X_test, session.Y_test)
linear_model.fit()

# %% wrong clipped_to_box → not_linear
class Boxed(LinearModel):
    def forward(self, X):
        return np.clip(self.W @ X, 0, 1)

linear_model = Boxed(**session.arrays)
linear_model.fit()

# %% wrong kept_in_the_box → not_linear
class InTheBox(LinearModel):
    def forward(self, X):
        return np.clip(super().forward(X), 0, 1)


linear_model = InTheBox(**session.arrays)
linear_model.fit()

# %% wrong linear_but_for_the_session → not_linear
class LookedUp:
    def __init__(self):
        known, answers = np.hstack([session.X_test, session.X_train]), np.hstack([session.Y_test, session.Y_train])
        self.answers = {x.tobytes(): y for x, y in zip(known.T.copy(), answers.T)}

    def forward(self, X):
        return np.array([self.answers.get(x.tobytes(), 0.01 * x[:2]) for x in np.array(X).T.copy()]).T

    def __call__(self): ...


linear_model = LookedUp()

# %% wrong first_moment_left_out → one_moment_left_out
# points: 1.5
X_fit, Y_fit = session.X_train[:, 1:], session.Y_train[:, 1:]
linear_model = LinearModel(X_fit, Y_fit, session.X_test, session.Y_test)
linear_model.fit()

# %% wrong with_one_test_moment → one_test_moment
# points: 1.5
X_more = np.c_[session.X_train, session.X_test[:, 0]]
Y_more = np.c_[session.Y_train, session.Y_test[:, 0]]
linear_model = LinearModel(X_more, Y_more, session.X_test, session.Y_test)
linear_model.fit()

# %% wrong four_cells_instead → raised
linear_model = LinearModel(**load_session("one_hot").arrays)
linear_model.fit()

# %% wrong nearest_neighbour → raised
class Nearest(LinearModel):
    def forward(self, X):
        from sklearn.neighbors import KNeighborsRegressor
        knn = KNeighborsRegressor(5).fit(self.X_train.T, self.Y_train.T)
        return knn.predict(np.asarray(X).T).T

linear_model = Nearest(**session.arrays)
linear_model.fit()

# %% wrong network_of_torch → raised
import torch

linear_model = torch.nn.Linear(session.n_cells, 2)

# %% wrong swapped_axes → raised
linear_model = LinearModel(session.X_train.T, session.Y_train.T, session.X_test.T, session.Y_test.T)
linear_model.fit()

# %% wrong refitted_on_test → test_data
linear_model = LinearModel(**session.arrays)
linear_model.fit()
linear_model.X_train, linear_model.Y_train = linear_model.X_test, linear_model.Y_test
linear_model.fit()

# %% wrong trained_on_test → test_data
linear_model = LinearModel(session.X_test, session.Y_test, session.X_test, session.Y_test)
linear_model.fit()

# %% wrong trained_on_the_test_data → test_data
linear_model = LinearModel(session.X_test, session.Y_test, session.X_train, session.Y_train)
linear_model.fit()

# %% wrong error_kept → wrong_type
linear_model = LinearModel(**session.arrays)
linear_model.fit()
linear_model = error(linear_model.forward(session.X_test), session.Y_test)

# %% wrong predictions_instead_of_a_model → wrong_type
model = LinearModel(**session.arrays)
model.fit()
linear_model = model.forward(session.X_test)

# %% wrong predictions_only → wrong_type
_m = LinearModel(**session.arrays)
_m.fit()
linear_model = _m.forward(session.X_test)

# %% wrong weights_instead_of_a_model → wrong_type
model = LinearModel(**session.arrays)
model.fit()
linear_model = model.W

# %% wrong weights_only → wrong_type
_m = LinearModel(**session.arrays)
_m.fit()
linear_model = _m.W

# %% below shapes_asserted
assert np.shape(linear_model.W) == (2, session.n_cells)
assert np.shape(linear_model.forward(session.X_test)) == session.Y_test.shape

# %% below single_precision
linear_model.W = np.asarray(linear_model.W, dtype=np.float32)

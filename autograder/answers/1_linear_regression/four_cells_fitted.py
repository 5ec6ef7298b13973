# %% right arguments_spelt_out
s = load_session("one_hot")
model = LinearModel(X_train=s.X_train, Y_train=s.Y_train, X_test=s.X_test, Y_test=s.Y_test)
model.fit()
W_four_cells = model.W.copy()

# %% right bias_class_off
lm = LinearModelWithBias(**load_session("one_hot").arrays, use_bias=False)
lm.fit()
W_four_cells = lm.W

# %% right bias_class_without
_fit = LinearModelWithBias(**load_session("one_hot").arrays, use_bias=False)
_fit.fit()
W_four_cells = np.asarray(_fit.W, dtype=float)

# %% right closed_form
s = load_session("one_hot")
X, Y = s.X_train, s.Y_train
W_four_cells = Y @ X.T @ np.linalg.inv(X @ X.T)

# %% right compared_with_means
d = load_session("one_hot")
m = LinearModel(**d.arrays)
m.fit()
W_four_cells = m.W
means = np.stack([d.Y_train[:, d.X_train[i] == 1].mean(axis=1) for i in range(4)], axis=1)
assert np.allclose(W_four_cells, means, atol=2e-3)

# %% right counting_loop
s = load_session("one_hot")
sums, counts = np.zeros((2, 4)), np.zeros(4)
for x, y in zip(s.X_train.T, s.Y_train.T):
    cell = int(np.argmax(x))
    sums[:, cell] += y
    counts[cell] += 1
W_four_cells = sums / counts

# %% right formula
oh = load_session("one_hot")
W_four_cells = (oh.Y_train @ oh.X_train.T) @ np.linalg.inv(oh.X_train @ oh.X_train.T)

# %% right from_a_function
def fitted_weights(kind):
    model = LinearModel(**load_session(kind).arrays)
    model.fit()
    return model.W


W_four_cells = fitted_weights("one_hot")

# %% right from_notebook_session
model_4 = LinearModel(**four_cells.arrays, use_bias=False)
model_4.fit()
W_four_cells = model_4.W.copy()

# %% right function
def fitted_weights(kind: str) -> np.ndarray:
    """Fit a linear model to a session and return its weights."""
    data = load_session(kind)
    model = LinearModel(data.X_train, data.Y_train, data.X_test, data.Y_test)
    model.fit()
    assert model.W.shape == (2, data.n_cells)
    return model.W


W_four_cells = fitted_weights("one_hot")
print(W_four_cells)

# %% right least_squares
s = load_session("one_hot")
W_four_cells = np.linalg.lstsq(s.X_train.T, s.Y_train.T, rcond=None)[0].T

# %% right list
m = LinearModel(**load_session("one_hot").arrays)
m.fit()
W_four_cells = np.asarray(m.W).tolist()

# %% right lstsq
d = load_session("one_hot").arrays
W_four_cells = np.linalg.lstsq(d["X_train"].T, d["Y_train"].T, rcond=None)[0].T

# %% right lstsq_two_rows
s = load_session(kind="one_hot")
rows = [np.linalg.lstsq(s.X_train.T, coordinate, rcond=None)[0] for coordinate in s.Y_train]
W_four_cells = np.vstack(rows)

# %% right many_digits
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = np.round(model.W, 6)

# %% right mean_positions
s = load_session("one_hot")
W_four_cells = np.stack([s.Y_train[:, s.X_train[cell] == 1].mean(axis=1) for cell in range(4)], axis=1)

# %% right mean_while_firing
oh = load_session("one_hot")
W_four_cells = np.stack([oh.Y_train[:, oh.X_train[i] > 0.5].mean(axis=1) for i in range(4)], axis=1)

# %% right means
one_hot = load_session("one_hot")
W_four_cells = np.zeros((2, 4))
for i in range(4):
    fires = one_hot.X_train[i] == 1
    W_four_cells[:, i] = one_hot.Y_train[:, fires].mean(axis=1)

# %% right nested_lists
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = model.W.tolist()

# %% right pandas_groupby
import pandas as pd
_s = load_session("one_hot")
_frame = pd.DataFrame({"cell": _s.X_train.argmax(axis=0), "x": _s.Y_train[0], "y": _s.Y_train[1]})
W_four_cells = _frame.groupby("cell")[["x", "y"]].mean().sort_index().to_numpy().T

# %% right plain
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = model.W

# %% right reused_demonstration
model = LinearModel(**four_cells.arrays)
model.fit()
W_four_cells = model.W

# %% right short_names
s = load_session("one_hot")
m = LinearModel(s.X_train, s.Y_train, s.X_test, s.Y_test, use_bias=False)
m.fit()
W_four_cells = m.W.copy()
print(W_four_cells)

# %% right single
d = load_session("one_hot")
m4 = LinearModel(d.X_train, d.Y_train, d.X_test, d.Y_test)
m4.fit()
W_four_cells = np.asarray(m4.W, dtype=np.float32)

# %% right single_precision
model = LinearModel(**load_session(kind="one_hot").arrays)
model.fit()
W_four_cells = model.W.astype(np.float32)

# %% right sklearn
from sklearn.linear_model import LinearRegression
_s = load_session("one_hot")
W_four_cells = LinearRegression(fit_intercept=False).fit(_s.X_train.T, _s.Y_train.T).coef_

# %% right solved_by_hand
s = load_session("one_hot")
sigma_x = s.X_train.sum(axis=1)
W_four_cells = np.array([[np.sum(y * x) / n for x, n in zip(s.X_train, sigma_x)] for y in s.Y_train])

# %% right to_list
my_session = load_session("one_hot")
my_model = LinearModel(**my_session.arrays); my_model.fit();
W_four_cells = my_model.W.tolist()

# %% right tolist
_m = LinearModel(**load_session("one_hot").arrays)
_m.fit()
W_four_cells = np.asarray(_m.W).tolist()

# %% right torch
import torch

m = LinearModel(**load_session("one_hot").arrays)
m.fit()
W_four_cells = torch.tensor(np.asarray(m.W))

# %% right with_the_class_that_can_have_a_bias
model = LinearModelWithBias(**load_session("one_hot").arrays, use_bias=False)
model.fit()
W_four_cells = model.W

# %% right loaded_once_more
arrays = load_session("one_hot").arrays
m = LinearModel(**arrays, use_bias=False)
m.fit()
W_four_cells = m.W.copy()

# %% right other_model_name
four_cells_model = LinearModel(**four_cells.arrays)
four_cells_model.fit()
W_four_cells = four_cells_model.W

# %% wrong all_data → all_data
d = load_session("one_hot")
m = LinearModel(d.X, d.Y, d.X_test, d.Y_test)
m.fit()
W_four_cells = m.W

# %% wrong fitted_to_everything → all_data
s = load_session("one_hot")
model = LinearModel(s.X, s.Y, s.X_test, s.Y_test)
model.fit()
W_four_cells = model.W

# %% wrong whole_session → all_data
s = load_session("one_hot")
W_four_cells = s.Y @ np.linalg.pinv(s.X)

# %% wrong whole_walk of short_names → all_data
# - m = LinearModel(s.X_train, s.Y_train, s.X_test, s.Y_test, use_bias=False)
# + m = LinearModel(s.X, s.Y, s.X_test, s.Y_test, use_bias=False)

# %% wrong zeros → all_zero
W_four_cells = np.zeros((2, 4))

# %% wrong bias_taken_off → bias_taken_off
s = load_session("one_hot")
X = np.vstack([np.ones((1, s.X_train.shape[1])), s.X_train])
W_four_cells = np.linalg.lstsq(X.T, s.Y_train.T, rcond=None)[0].T[:, 1:]

# %% wrong with_bias → bias_taken_off
d = load_session("one_hot")
X1 = np.vstack([np.ones((1, d.X_train.shape[1])), d.X_train])
W_four_cells = np.linalg.lstsq(X1.T, d.Y_train.T, rcond=None)[0].T[:, 1:]

# %% wrong by_hand → by_hand
W_four_cells = np.array(W_by_hand)

# %% wrong centres_of_the_session → by_hand
W_four_cells = np.array(load_session("one_hot").centres).T

# %% wrong session_centres → by_hand
W_four_cells = load_session("one_hot").centres.T

# %% wrong cells_in_another_order → cells_exchanged
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = model.W[:, ::-1]

# %% wrong quarter_counts → equal_times
d = load_session("one_hot")
W_four_cells = d.Y_train @ d.X_train.T / (d.n_train / 4)

# %% wrong first_minute_only → first_half
s = load_session("one_hot")
model = LinearModel(s.X_train[:, :2400], s.Y_train[:, :2400], s.X_test, s.Y_test)
model.fit()
W_four_cells = model.W

# %% wrong half_of_training → first_half
d = load_session("one_hot")
n = d.n_train // 2
m = LinearModel(d.X_train[:, :n], d.Y_train[:, :n], d.X_test, d.Y_test)
m.fit()
W_four_cells = m.W

# %% wrong only_x_row → first_row_twice
m = LinearModel(**load_session("one_hot").arrays)
m.fit()
W_four_cells = np.array([m.W[0], m.W[0]])

# %% wrong half_way → half_way
_m = LinearModel(**load_session("one_hot").arrays)
_m.fit()
W_four_cells = (_m.W + W_by_hand) / 2

# %% wrong mean_of_hand_and_fit → half_way
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = (model.W + W_by_hand) / 2

# %% wrong inverse_missing → inverse_missing_mean
s = load_session("one_hot")
W_four_cells = s.Y_train @ s.X_train.T / s.n_train

# %% wrong median of means → medians
# -     W_four_cells[:, i] = one_hot.Y_train[:, fires].mean(axis=1)
# +     W_four_cells[:, i] = np.median(one_hot.Y_train[:, fires], axis=1)

# %% wrong median_while_firing → medians
s = load_session("one_hot")
W_four_cells = np.stack([np.median(s.Y_train[:, s.X_train[i] > 0.5], axis=1) for i in range(4)], axis=1)

# %% wrong medians → medians
d = load_session("one_hot")
W_four_cells = np.stack([np.median(d.Y_train[:, d.X_train[i] == 1], axis=1) for i in range(4)], axis=1)

# %% wrong first_minutes → nearly_fitted
_s = load_session("one_hot")
W_four_cells = _s.Y_train[:, :1000] @ np.linalg.pinv(_s.X_train[:, :1000])

# %% wrong scaled_slightly → nearly_fitted
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = 1.01 * model.W

# %% wrong test_walk_of_place_session → nearly_fitted
# cohort: 2027
s = session
quarters = np.array([[0.75, 0.75], [0.25, 0.75], [0.75, 0.25], [0.25, 0.25]])
near = np.argmin(((s.Y_test.T[:, None] - quarters) ** 2).sum(-1), axis=1)
W_four_cells = np.stack([s.Y_test[:, near == i].mean(axis=1) for i in range(4)], axis=1)

# %% wrong typed_two_digits → nearly_fitted
# cohort: 2027
W_four_cells = np.array([[0.78, 0.27, 0.74, 0.22], [0.74, 0.75, 0.27, 0.21]])

# %% wrong negative → negative
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = -model.W

# %% wrong bias_column_cut → not_fitted
_s = load_session("one_hot")
_X1 = np.vstack([np.ones((1, _s.X_train.shape[1])), _s.X_train])
W_four_cells = (_s.Y_train @ np.linalg.pinv(_X1))[:, 1:]

# %% wrong first_four_place_cells → not_fitted
W_four_cells = linear_model.W[:, :4]

# %% wrong kept_before_fit → not_fitted
m = LinearModel(**load_session("one_hot").arrays)
W_four_cells = m.W.copy()
m.fit()

# %% wrong never_fitted of plain → not_fitted
# - model.fit()

# %% wrong not_fitted → not_fitted
m = LinearModel(**load_session("one_hot").arrays)
W_four_cells = m.W

# %% wrong rows_swapped → rows_reversed
m = LinearModel(**load_session("one_hot").arrays)
m.fit()
W_four_cells = m.W[::-1]

# %% wrong y_before_x → rows_reversed
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = model.W[::-1]

# %% wrong fitted_to_the_test_data → test_data
s = load_session("one_hot")
model = LinearModel(s.X_test, s.Y_test, s.X_train, s.Y_train)
model.fit()
W_four_cells = model.W

# %% wrong test_data → test_data
d = load_session("one_hot")
m = LinearModel(d.X_test, d.Y_test, d.X_train, d.Y_train)
m.fit()
W_four_cells = m.W

# %% wrong test_part → test_data
s = load_session("one_hot")
W_four_cells = s.Y_test @ np.linalg.pinv(s.X_test)

# %% wrong test_walk of short_names → test_data
# - m = LinearModel(s.X_train, s.Y_train, s.X_test, s.Y_test, use_bias=False)
# + m = LinearModel(s.X_test, s.Y_test, s.X_train, s.Y_train, use_bias=False)

# %% wrong three_digits → three_decimals
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = np.round(model.W, 3)

# %% wrong transposed → transposed
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = model.W.T

# %% wrong rounded → two_decimals
m = LinearModel(**load_session("one_hot").arrays)
m.fit()
W_four_cells = np.round(m.W, 2)

# %% wrong two_digits → two_decimals
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = np.round(model.W, 2)

# %% wrong first_row → wrong_shape
one_hot = load_session("one_hot")
model = LinearModel(**one_hot.arrays)
model.fit()
W_four_cells = model.W[0]

# %% wrong place_cells → wrong_shape
one_hot = session
model = LinearModel(**one_hot.arrays)
model.fit()
W_four_cells = model.W

# %% wrong predictions → wrong_shape
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = model.forward(model.X_test)

# %% wrong weights_of_the_place_cells → wrong_shape
W_four_cells = linear_model.W

# %% wrong with_a_bias → wrong_shape
s = load_session("one_hot")
X = np.vstack([np.ones((1, s.X_train.shape[1])), s.X_train])
W_four_cells = np.linalg.lstsq(X.T, s.Y_train.T, rcond=None)[0].T

# %% wrong fit_value → wrong_type
m = LinearModel(**load_session("one_hot").arrays)
W_four_cells = m.fit()

# %% wrong model_itself → wrong_type
one_hot = load_session("one_hot")
model = LinearModel(**one_hot.arrays)
model.fit()
W_four_cells = model

# %% wrong none → wrong_type
one_hot = load_session("one_hot")
model = LinearModel(**one_hot.arrays)
W_four_cells = model.fit()

# %% wrong result_of_fit → wrong_type
model = LinearModel(**load_session("one_hot").arrays)
W_four_cells = model.fit()

# %% wrong the_model → wrong_type
W_four_cells = LinearModel(**load_session("one_hot").arrays)
W_four_cells.fit()

# %% below shapes_asserted
assert np.shape(W_four_cells) == (2, 4)

# %% below single_precision
W_four_cells = np.float32(W_four_cells)

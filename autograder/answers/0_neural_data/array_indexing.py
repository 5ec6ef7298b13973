# %% right another_session_loaded
again = load_session()
y_0_5 = again.Y[0, 5]
x_all_6 = again.X[:, 6]
y_1_all = again.Y[1]
y_3_raises = IndexError

# %% right caught
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]

try:
    Y[3, :]
except Exception as e:
    print(e)
    y_3_raises = type(e)

# %% right chained
y_0_5=Y[0][5];
x_all_6=X.T[6];
y_1_all=Y[1];
y_3_raises=IndexError;

# %% right copies
y_0_5 = Y[0, 5].copy()
x_all_6 = X[..., 6].copy()
y_1_all = Y[-1].copy()
y_3_raises = IndexError

# %% right float32_einsum
y_0_5 = np.float32(Y[0, 5])
x_all_6 = X.astype("float32")[:, 6]
y_1_all = (np.array([0.0, 1.0]) @ Y)
y_3_raises = IndexError

# %% right lists
y_0_5 = Y.item(0, 5)
x_all_6 = []
for cell in range(X.shape[0]):
    x_all_6.append(X[cell, 6])
y_1_all = []
for moment in range(Y.shape[1]):
    y_1_all.append(Y[1, moment])
y_3_raises = IndexError

# %% right lists_of_numbers
y_0_5 = float(Y[0, 5])
x_all_6 = [float(row[6]) for row in X]
y_1_all = Y[1].tolist()
y_3_raises = e = IndexError

# %% right negative_and_ellipsis
y_0_5 = Y[0, ...][5]
x_all_6 = X[..., 6]
y_1_all = Y[1]
y_3_raises = IndexError

# %% right negative_row
def what_it_raises(f):
    try:
        f()
    except BaseException as problem:
        return problem.__class__


y_0_5 = Y.T[5][0]
x_all_6 = X.T[6]
y_1_all = Y[-1]
y_3_raises = what_it_raises(lambda: Y[3, :])

# %% right pandas
import pandas as pd

dX, dY = pd.DataFrame(X), pd.DataFrame(Y, index=["x", "y"])
y_0_5 = dY.loc["x", 5]
x_all_6 = dX[6].to_numpy()
y_1_all = dY.loc["y"].to_numpy()
y_3_raises = IndexError

# %% right pandas_series
import pandas as pd

rates, positions = pd.DataFrame(X), pd.DataFrame(Y)
y_0_5 = positions.iat[0, 5]
x_all_6 = rates[6]
y_1_all = positions.iloc[1]
y_3_raises = IndexError

# %% right plain
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
y_3_raises = IndexError

# %% right python_lists
y_0_5 = float(Y[0][5])
x_all_6 = [row[6] for row in X]
y_1_all = list(Y[1])
y_3_raises = IndexError

# %% right single_precision_lists
y_0_5 = Y[0, 5].item()
x_all_6 = X[:, 6].tolist()
y_1_all = tuple(Y[1].tolist())
y_3_raises = IndexError

# %% right single_precision_session
y_0_5 = session.Y.astype(np.float32)[0, 5]
x_all_6 = session.X.astype("float32")[:, 6]
y_1_all = session.Y.astype("float32")[1]
import builtins

y_3_raises = builtins.IndexError

# %% right slices_made_by_hand
y_0_5 = Y[(0, 5)]
x_all_6 = X[slice(None), 6].astype(np.float32)
y_1_all = Y[1, 0 : Y.shape[1]]
y_3_raises = type(IndexError())

# %% right take
y_0_5 = Y.item(0, 5)
x_all_6 = np.take(X, 6, axis=1)
y_1_all = np.take(Y, 1, axis=0)
import builtins

y_3_raises = builtins.IndexError

# %% right take_copy
y_0_5 = Y.item(0, 5)
x_all_6 = np.take(X, 6, axis=1).copy()
y_1_all = np.take(Y, 1, axis=0).copy()
assert x_all_6.shape == (X.shape[0],)
assert y_1_all.shape == (X.shape[1],)
y_3_raises = IndexError

# %% right tensors
import torch

positions, rates = torch.tensor(np.array(Y)), torch.tensor(np.array(X))
y_0_5 = positions[0, 5]
x_all_6 = rates[:, 6]
y_1_all = positions[1]
y_3_raises = IndexError

# %% right torch_tensors
import torch
Xt = torch.tensor(np.array(X))
Yt = torch.tensor(np.array(Y))
y_0_5 = Yt[0, 5].item()
x_all_6 = Xt[:, 6]
y_1_all = Yt[1]
y_3_raises = IndexError

# %% right torch_user
import torch

Yt = torch.tensor(np.array(Y))
Xt = torch.tensor(np.array(X))
y_0_5 = Yt[0, 5].item()
x_all_6 = Xt[:, 6]
y_1_all = Yt[1]
y_3_raises = IndexError

# %% right transposed_habit
Xr, Yr = X.T, Y.T
y_0_5 = Yr[5, 0]
x_all_6 = Xr[6]
y_1_all = Yr[:, 1]
def what_happens():
    import sys
    try:
        Y[3, :]
    except BaseException:
        return sys.exc_info()[0]
y_3_raises = what_happens()

# %% right try_except
y_0_5 = float(Y[0, 5])
x_all_6 = X[:, 6].copy()
y_1_all = Y[1].copy()
try:
    Y[3, :]
except Exception as e:
    y_3_raises = type(e)

# %% right try_except_type of try_except
# - y_0_5 = float(Y[0, 5])
# + y_0_5 = Y[0][5]
# - y_1_all = Y[1].copy()
# + y_1_all = Y[-1]

# %% right type_caught
y_0_5 = float(session.Y[0, 5])
x_all_6 = np.array([X[i, 6] for i in range(X.shape[0])])
y_1_all = list(Y[1, :])
try:
    Y[3, :]
except Exception as problem:
    y_3_raises = type(problem)

# %% right unpack
import torch
first_row, second_row = Y
y_0_5 = session.Y[0, 5]
x_all_6 = torch.tensor(session.X)[:, 6]
y_1_all = second_row
error_name = IndexError
y_3_raises = error_name

# %% right unpack_rows
xs, ys = Y
y_0_5, y_1_all = xs[5], ys
x_all_6 = X.T[6, :].astype(np.float64)
y_3_raises = IndexError().__class__

# %% right unpacked_and_tried
xs, ys = Y
y_0_5, y_1_all = xs[5], ys
x_all_6 = [row[6] for row in X]


def raised_by(action):
    try:
        action()
    except Exception as error:
        return error.__class__


y_3_raises = raised_by(lambda: Y[3, :])

# %% right verbose_llm
# Step 1: scalar entry
y_0_5 = Y[0, 5]
assert np.isscalar(y_0_5)

# Step 2: a column of X
x_all_6 = X[:, 6]
assert x_all_6.shape == (X.shape[0],)

# Step 3: a row of Y
y_1_all = Y[1, :]
assert y_1_all.shape == (Y.shape[1],)

# Step 4: the exception
try:
    _ = Y[3, :]
    y_3_raises = None
except Exception as exc:
    print(f"{type(exc).__name__}: {exc}")
    y_3_raises = exc.__class__

# %% right zero_dim_array
import pandas as pd
y_0_5 = np.asarray(session.Y[0, 5])
x_all_6 = pd.DataFrame(X)[6].to_numpy()
y_1_all = session.Y[1]
y_3_raises = IndexError

# %% wrong centimetres → in_centimetres
y_0_5 = 100 * Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = 100 * Y[1, :]
y_3_raises = IndexError

# %% wrong row_and_column_exchanged of plain → indices_exchanged
# - y_0_5 = Y[0, 5]
# + y_0_5 = Y.T[0, 1]

# %% wrong exception_caught → instance_not_class
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
try:
    Y[3, :]
except IndexError as problem:
    y_3_raises = problem

# %% wrong exception_instance → instance_not_class
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
try:
    Y[3, :]
except IndexError as err:
    y_3_raises = err
    saved = err
y_3_raises = saved

# %% wrong exception_made of plain → instance_not_class
# - y_3_raises = IndexError
# + y_3_raises = IndexError("index 3 is out of bounds")

# %% wrong instance → instance_not_class
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
try:
    Y[3, :]
except IndexError as e:
    y_3_raises = e.with_traceback(None)
    y_3_raises = IndexError("index 3 is out of bounds for axis 0 with size 2")

# %% wrong slice_keeps_axis → kept_as_matrix
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6:7]
y_1_all = Y[1:2, :]
y_3_raises = IndexError

# %% wrong exception_as_text of plain → no_exception_class
# - y_3_raises = IndexError
# + y_3_raises = "IndexError"

# %% wrong message_not_type → no_exception_class
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
try:
    Y[3, :]
except Exception as e:
    y_3_raises = str(e)

# %% wrong message_of_the_exception → no_exception_class
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
try:
    Y[3, :]
except IndexError as problem:
    y_3_raises = str(problem)

# %% wrong type_of_type of plain → no_exception_class
# - y_3_raises = IndexError
# + y_3_raises = type(IndexError)

# %% wrong row_three_tried of plain → not_defined
# - y_3_raises = IndexError
# + y_3_raises = Y[3, :]

# %% wrong swapped_indices of plain → not_defined
# - y_0_5 = Y[0, 5]
# + y_0_5 = Y[5, 0]

# %% wrong counted_from_one → one_based
y_0_5 = Y[0, 4]
x_all_6 = X[:, 5]
y_1_all = Y[0, :]
y_3_raises = IndexError

# %% wrong one_based → one_based
y_0_5 = Y[0, 5 - 1]
x_all_6 = X[:, 6 - 1]
y_1_all = Y[1, :]
y_3_raises = IndexError

# %% wrong second_row_taken_for_row_zero of plain → one_based
# - y_1_all = Y[1, :]
# + y_1_all = Y[0, :]

# %% wrong one_column_further of plain → one_too_far
# - x_all_6 = X[:, 6]
# + x_all_6 = X[:, 7]

# %% wrong from_x of plain → other_array
# - y_0_5 = Y[0, 5]
# + y_0_5 = X[0, 5]

# %% wrong rates_for_positions → other_array
y_0_5 = X[0, 5]
x_all_6 = X[:, 6]
y_1_all = X[1, :]
y_3_raises = IndexError

# %% wrong indices_swapped_scalar → other_coordinate
Y_up = np.flipud(Y)  # y on top, like in a plot
y_0_5 = Y_up[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y_up[1, :]
y_3_raises = IndexError

# %% wrong other_coordinate of plain → other_coordinate
# - y_0_5 = Y[0, 5]
# + y_0_5 = Y[1, 5]

# %% wrong flat_index of plain → other_entry
# - y_0_5 = Y[0, 5]
# + y_0_5 = Y.ravel(order="F")[5]

# %% wrong any_exception of plain → other_exception
# - y_3_raises = IndexError
# + y_3_raises = Exception

# %% wrong called_not_indexed → other_exception
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
try:
    Y(3)
except Exception as e:
    y_3_raises = type(e)

# %% wrong class_of_its_own → other_exception
class IndexError(Exception):
    pass


y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
y_3_raises = IndexError

# %% wrong exception_base → other_exception
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
try:
    Y[3, :]
except Exception:
    y_3_raises = Exception

# %% wrong verdict_invented → other_exception
import gradekit.proxy

y_0_5, x_all_6, y_1_all, y_3_raises = Y[0, 5], X[:, 6], Y[1, :], ZeroDivisionError


honest = gradekit.proxy.StudentSide.op_function


def invented(self, number, source):
    if "Error" not in source and "kind" not in source:
        return honest(self, number, source)
    self.objects[number] = lambda *about: [True, False, True]


gradekit.proxy.StudentSide.op_function = invented

# %% wrong rounded → rounded
y_0_5 = round(float(Y[0, 5]), 3)
x_all_6 = np.round(X[:, 6], 3)
y_1_all = np.round(Y[1, :], 3)
y_3_raises = IndexError

# %% wrong typed_with_three_digits of plain → rounded
# - y_0_5 = Y[0, 5]
# + y_0_5 = float(np.round(Y[0, 5], 3))

# %% wrong sorted_rates → sorted
# points: 1.5
y_0_5 = Y[0, 5]
x_all_6 = np.sort(X[:, 6])
y_1_all = Y[1]
y_3_raises = IndexError

# %% wrong seconds → time_for_index
y_0_5 = Y[0, np.argmin(np.abs(t - 5))]
x_all_6 = X[:, np.argmin(np.abs(t - 6))]
y_1_all = Y[1, :]
y_3_raises = IndexError

# %% wrong training_part → training_only
y_0_5 = session.Y_train[0, 5]
x_all_6 = session.X_train[:, 6]
y_1_all = session.Y_train[1, :]
y_3_raises = IndexError

# %% wrong cell_for_moment of plain → wrong_shape
# - x_all_6 = X[:, 6]
# + x_all_6 = X[6, :]

# %% wrong column_kept_as_matrix of plain → wrong_shape
# - x_all_6 = X[:, 6]
# + x_all_6 = X[:, 6:7]

# %% wrong entry_in_a_list of plain → wrong_shape
# - y_0_5 = Y[0, 5]
# + y_0_5 = [Y[0, 5]]

# %% wrong moment_for_coordinate of plain → wrong_shape
# - y_1_all = Y[1, :]
# + y_1_all = Y[:, 1]

# %% wrong rows_of_both_cut_short of plain → wrong_shape
# - y_1_all = Y[1, :]
# + y_1_all = session.Y_train[1]

# %% wrong decimal_typed of plain → wrong_value
# - y_0_5 = Y[0, 5]
# + y_0_5 = 0.5

# %% below shapes_asserted
assert np.shape(y_0_5) == ()
assert np.shape(x_all_6) == (session.n_cells,)
assert np.shape(y_1_all) == (session.t.size,)

# %% below single_precision
y_0_5, x_all_6, y_1_all = np.float32(y_0_5), np.float32(x_all_6), np.float32(y_1_all)

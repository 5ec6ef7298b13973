# %% right calculated
n_linear_parameters = session.n_cells * session.Y.shape[0]

# %% right counted
# cohort: 2027
n_linear_parameters = 0
for cell in range(36):
    for coordinate in ("x", "y"):
        n_linear_parameters += 1

# %% right counted_in_a_loop
n_linear_parameters = 0
for coordinate in ("x", "y"):
    for cell in range(session.n_cells):
        n_linear_parameters += 1

# %% right float
n_linear_parameters = 2.0 * session.n_cells

# %% right float_whole
# cohort: 2027
n_linear_parameters = 36 * 2.0

# %% right length_of_all_weights
weights = [(coordinate, cell) for coordinate in range(2) for cell in range(len(session.X))]
n_linear_parameters = len(weights)

# %% right loop_count
n_linear_parameters = 0
for cell in range(session.n_cells):
    for coordinate in ("x", "y"):
        n_linear_parameters += 1

# %% right math_prod
import math


def count_weights(n_inputs: int, n_outputs: int) -> int:
    """Number of weights of a linear map without a bias."""
    assert n_inputs > 0 and n_outputs > 0
    return math.prod((n_inputs, n_outputs))


n_linear_parameters: int = count_weights(session.X_train.shape[0], session.Y_train.shape[0])

# %% right model_weights
class _Counting(Model):
    def __init__(self, **arrays):
        super().__init__(**arrays)
        self.W = np.zeros((self.n_out, self.n_in))

n_linear_parameters = len(_Counting(**session.arrays).W.flatten())

# %% right numpy_int
# cohort: 2027
n_linear_parameters = np.int8(72)

# %% right numpy_scalar
n_linear_parameters = np.int64(2) * np.int64(session.n_cells)

# %% right numpy_size
W_shape = (len(session.Y), len(session.X))
n_linear_parameters = np.zeros(W_shape).size

# %% right product
n_linear_parameters = 2 * session.n_cells

# %% right product_of_shapes
n_linear_parameters = session.X_train.shape[0] * session.Y_train.shape[0]

# %% right shapes
n_cells, N = session.X_train.shape
n_out, _ = session.Y_train.shape
n_linear_parameters = n_cells * n_out

# %% right size
# cohort: 2027
W = np.zeros((2, 36))
n_linear_parameters = W.size

# %% right size_of_an_array
n_linear_parameters = np.zeros((2, session.n_cells)).size

# %% right sum_over_rows
n_linear_parameters = sum(session.n_cells for _ in session.Y_test)

# %% right tensor
import torch

n_linear_parameters = torch.tensor(2 * session.n_cells)

# %% right torch_numel
import torch
layer = torch.nn.Linear(session.n_cells, 2, bias=False)
n_linear_parameters = sum(p.numel() for p in layer.parameters())

# %% right typed
# cohort: 2027
n_linear_parameters = 72

# %% right zero_dim
n_linear_parameters = np.prod(np.array([2, session.n_cells]))

# %% right zero_dimensional_array
n_linear_parameters = np.prod([2, session.n_cells]).reshape(())

# %% right float_from_a_model
m = Model(**session.arrays)
n_linear_parameters = float(np.prod([m.n_in, m.n_out]))

# %% right one_row_plus_one_row
n_linear_parameters = session.n_cells + session.n_cells

# %% right product_turned_round
n_linear_parameters = session.n_cells * 2

# %% wrong biases → bias_counted
# cohort: 2027
n_linear_parameters = 2 * 36 + 2

# %% wrong with_bias → bias_counted
# cohort: 2027
n_linear_parameters = 2 * (36 + 1)

# %% wrong with_bias_cell → bias_counted
n_linear_parameters = (session.n_cells + 1) * 2

# %% wrong counted_twice → both_parts
n_linear_parameters = 2 * 2 * session.n_cells

# %% wrong numbers_in_the_data → data_counted
n_linear_parameters = session.X.size

# %% wrong other_name → not_defined
n_parameters = 2 * session.n_cells

# %% wrong a_fraction → not_whole
n_linear_parameters = 2.5 * session.n_cells + 0.4

# %% wrong half_a_parameter → not_whole
n_linear_parameters = 49.5

# %% wrong one_bias → one_bias_counted
n_linear_parameters = 2 * session.n_cells + 1

# %% wrong one_bias_typed → one_bias_counted
# cohort: 2027
n_linear_parameters = 73

# %% wrong fencepost → one_cell_missing
n_linear_parameters = (session.n_cells - 1) * 2

# %% wrong one_cell_missing_typed → one_cell_missing
# cohort: 2027
n_linear_parameters = 35 * 2

# %% wrong per_moment → one_for_each_training_moment
n_linear_parameters = 2 * session.X_train.size

# %% wrong weights_for_every_moment → one_for_each_training_moment
n_linear_parameters = 2 * session.n_cells * session.n_train

# %% wrong weights_times_moments → one_for_each_training_moment
# cohort: 2027
n_linear_parameters = 2 * 36 * session.n_train

# %% wrong one_coordinate → one_output
n_linear_parameters = session.n_cells

# %% wrong one_row → one_output
# cohort: 2027
n_linear_parameters = 36

# %% wrong off_by_one → one_too_few
n_linear_parameters = 2 * session.n_cells - 1

# %% wrong pairs → pairs
# cohort: 2027
n_linear_parameters = 36 * 35 // 2

# %% wrong pairs_of_cells → pairs
n_linear_parameters = session.n_cells * (session.n_cells - 1) // 2

# %% wrong all_to_all → square
n_linear_parameters = session.n_cells * session.n_cells

# %% wrong square → square
n_linear_parameters = session.n_cells**2

# %% wrong three_axes → three_coordinates
n_linear_parameters = 3 * session.n_cells

# %% wrong data_count → too_many
n_linear_parameters = session.Y_train.size

# %% wrong hidden_layer → too_many
n_linear_parameters = 25 * 25 + 25 * 2

# %% wrong power → too_many
n_linear_parameters = 2 ** 25

# %% wrong training_data → training_data_counted
n_linear_parameters = session.X_train.size

# %% wrong added → units_counted
# cohort: 2027
n_linear_parameters = 36 + 2

# %% wrong nodes_counted → units_counted
# cohort: 2027
n_linear_parameters = 38

# %% wrong units → units_counted
n_linear_parameters = session.n_cells + 2

# %% wrong worked_example → worked_example
n_linear_parameters = 3 + 3

# %% wrong array_of_one → wrong_shape
n_linear_parameters = np.array([50])

# %% wrong in_a_list → wrong_shape
n_linear_parameters = [50]

# %% wrong shape_not_size → wrong_shape
n_linear_parameters = (2, session.n_cells)

# %% wrong shape_tuple → wrong_shape
n_linear_parameters = (2, 25)

# %% wrong a_function → wrong_type
n_linear_parameters = lambda: 2 * session.n_cells

# %% wrong text → wrong_type
n_linear_parameters = "50"

# %% below shapes_asserted
assert np.shape(n_linear_parameters) == ()

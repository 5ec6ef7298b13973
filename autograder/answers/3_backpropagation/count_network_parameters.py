# %% right a_float
n_network_parameters = float((session.n_cells + 1) * n_hidden + (n_hidden + 1) * n_hidden + (n_hidden + 1) * 2)

# %% right from_shapes
shapes = [(n_hidden, session.n_cells + 1), (n_hidden, n_hidden + 1), (2, n_hidden + 1)]
n_network_parameters = sum(rows * columns for rows, columns in shapes)

# %% right from_zeros
W1 = np.zeros((n_hidden, session.n_cells + 1))
W2 = np.zeros((n_hidden, n_hidden + 1))
W3 = np.zeros((session.Y.shape[0], n_hidden + 1))
n_network_parameters = W1.size + W2.size + W3.size

# %% right loop_weights_then_biases
# cohort: 2027
layer_sizes = (36, 160, 160, 2)
n_network_parameters = 0
i = 0
while i < len(layer_sizes) - 1:
    n_network_parameters += layer_sizes[i] * layer_sizes[i + 1]  # weights
    n_network_parameters += layer_sizes[i + 1]                   # biases
    i += 1

# %% right names
n_in = session.n_cells
n_out = 2
W1 = n_hidden * (n_in + 1)
W2 = n_hidden * (n_hidden + 1)
W3 = n_out * (n_hidden + 1)
n_network_parameters = W1 + W2 + W3

# %% right numpy_int
# cohort: 2027
n_in = np.array([36, 160, 160]) + 1
n_out = np.array([160, 160, 2])
n_network_parameters = n_in @ n_out

# %% right numpy_scalar
sizes = np.array([session.n_cells, n_hidden, n_hidden, 2])
n_network_parameters = np.sum((sizes[:-1] + 1) * sizes[1:])

# %% right pairwise
from itertools import pairwise

sizes = [session.n_cells, n_hidden, n_hidden, session.Y.shape[0]]
n_network_parameters = sum(b * (a + 1) for a, b in pairwise(sizes))

# %% right recursive_function
# cohort: 2027
count = lambda s: 0 if len(s) < 2 else (s[0] + 1) * s[1] + count(s[1:])
n_network_parameters = int(count([36, 160, 160, 2]))

# %% right sizes_pairwise
sizes = [session.n_cells, n_hidden, n_hidden, 2]
n_network_parameters = sum(m * (n + 1) for n, m in zip(sizes[:-1], sizes[1:]))
print(n_network_parameters)

# %% right sklearn_shapes
# cohort: 2027
import warnings
from sklearn.neural_network import MLPRegressor

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    mlp = MLPRegressor(hidden_layer_sizes=(160, 160), max_iter=1).fit(np.random.rand(20, 36), np.random.rand(20, 2))
n_network_parameters = sum(c.size for c in mlp.coefs_) + sum(c.size for c in mlp.intercepts_)

# %% right sum
# cohort: 2027
n_network_parameters = 160 * (36 + 1) + 160 * (160 + 1) + 2 * (160 + 1)

# %% right torch
# cohort: 2027
from torch import nn
net = nn.Sequential(nn.Linear(36, 160), nn.ReLU(), nn.Linear(160, 160), nn.ReLU(), nn.Linear(160, 2))
n_network_parameters = sum(p.numel() for p in net.parameters())

# %% right torch_sequential
# cohort: 2027
import torch
from torch import nn

net = nn.Sequential(nn.Linear(36, 160), nn.ReLU(), nn.Linear(160, 160), nn.ReLU(), nn.Linear(160, 2))
n_network_parameters = sum(p.numel() for p in net.parameters())

# %% right typed
# cohort: 2027
n_network_parameters = 32002

# %% right typed_sum
n_network_parameters = sum(
    n_to * (n_from + 1) for n_from, n_to in [(session.n_cells, n_hidden), (n_hidden, n_hidden), (n_hidden, 2)]
)

# %% right underscore_and_loop
n_network_parameters = 0
previous = session.X.shape[0]
for width in (n_hidden, n_hidden, session.Y.shape[0]):
    here = width * (previous + 1)
    print(previous, "->", width, ":", here)
    n_network_parameters += here
    previous = width

# %% right underscores
# cohort: 2027
n_network_parameters = 32_002.0

# %% right unit_by_unit
n_network_parameters = 0
below = session.n_cells
for units in [n_hidden, n_hidden, 2]:
    for unit in range(units):
        n_network_parameters += below + 1
    below = units

# %% right weights_and_biases
# cohort: 2027
weights = 36 * 160 + 160 * 160 + 160 * 2
biases = 160 + 160 + 2
n_network_parameters = float(weights + biases)

# %% right weights_then_biases
weights = session.n_cells * n_hidden + n_hidden * n_hidden + n_hidden * 2
biases = n_hidden + n_hidden + 2
n_network_parameters = weights + biases

# %% right zero_d_array
# cohort: 2027
W1, W2, W3 = np.empty((160, 37)), np.empty((160, 161)), np.empty((2, 161))
n_network_parameters = np.array(W1.size + W2.size + W3.size)

# %% right zip
# cohort: 2027
sizes = [36, 160, 160, 2]
n_network_parameters = sum((a + 1) * b for a, b in zip(sizes[:-1], sizes[1:]))

# %% wrong biases_twice → biases_counted_twice
weights = n_hidden * (session.n_cells + 1) + n_hidden * (n_hidden + 1) + 2 * (n_hidden + 1)
biases = n_hidden + n_hidden + 2
n_network_parameters = weights + biases

# %% wrong one_more_row → biases_on_the_wrong_side
n_network_parameters = (n_hidden + 1) * session.n_cells + (n_hidden + 1) * n_hidden + 3 * n_hidden

# %% wrong first_matrix_missing → first_matrix_missing
n_network_parameters = n_hidden * (n_hidden + 1) + 2 * (n_hidden + 1)

# %% wrong first_biases_forgotten → hidden_biases_missing
n_network_parameters = n_hidden * session.n_cells + n_hidden * (n_hidden + 1) + 2 * (n_hidden + 1)

# %% wrong no_bias_second → hidden_biases_missing
n_network_parameters = n_hidden * (session.n_cells + 1) + n_hidden**2 + 2 * (n_hidden + 1)

# %% wrong no_biases → no_biases
n_network_parameters = n_hidden * session.n_cells + n_hidden * n_hidden + 2 * n_hidden

# %% wrong outputs_forgotten → no_biases
n_network_parameters = n_hidden * (session.n_cells + 1) + n_hidden * (n_hidden + 1)

# %% wrong as_a_list → not_one_number
n_network_parameters = [n_hidden * (session.n_cells + 1), n_hidden * (n_hidden + 1), 2 * (n_hidden + 1)]

# %% wrong comma → not_one_number
n_network_parameters = 45,802

# %% wrong list → not_one_number
n_network_parameters = [200*26, 200*201, 2*201]

# %% wrong one_element_array → not_one_number
n_network_parameters = np.array([45802])

# %% wrong activations_counted → not_shared_equally
n_network_parameters = 200 * 26 + 200 + 200 * 201 + 200 + 2 * 201 + 2

# %% wrong bias_on_wrong_side → not_shared_equally
n_network_parameters = 25 * (200 + 1) + 200 * (200 + 1) + 200 * (2 + 1)

# %% wrong product → not_shared_equally
n_network_parameters = 26 * 201 * 201 * 2

# %% wrong rounded → not_shared_equally
n_network_parameters = 45800

# %% wrong skip_connections → not_shared_equally
n_network_parameters = 200 * 26 + 200 * 201 + 2 * (200 + 25 + 1)

# %% wrong in_thousands → not_whole
n_network_parameters = (n_hidden * (session.n_cells + 1) + n_hidden * (n_hidden + 1) + 2 * (n_hidden + 1)) / 1000

# %% wrong one_bias_a_layer → one_bias_a_layer
n_network_parameters = n_hidden * session.n_cells + n_hidden * n_hidden + 2 * n_hidden + 3

# %% wrong no_bias_at_the_output → one_bias_too_few
n_network_parameters = n_hidden * (session.n_cells + 1) + n_hidden * (n_hidden + 1) + 2 * n_hidden

# %% wrong only_one_hidden_layer → one_hidden_layer
n_network_parameters = n_hidden * (session.n_cells + 1) + 2 * (n_hidden + 1)

# %% wrong one_output → one_output
n_network_parameters = n_hidden * (session.n_cells + 1) + n_hidden * (n_hidden + 1) + (n_hidden + 1)

# %% wrong biases_of_outputs_only → only_biases_of_the_outputs
n_network_parameters = n_hidden * session.n_cells + n_hidden * n_hidden + 2 * n_hidden + 2

# %% wrong multiplied → product
n_network_parameters = n_hidden * (session.n_cells + 1) * n_hidden * (n_hidden + 1) * 2 * (n_hidden + 1)

# %% wrong ones_have_weights_too → row_and_column_added
n_network_parameters = (n_hidden + 1) * (session.n_cells + 1) + (n_hidden + 1) * (n_hidden + 1) + 2 * (n_hidden + 1)

# %% wrong three_hidden → three_hidden_layers
# cohort: 2027
n_network_parameters = 160*37 + 160*161 + 160*161 + 2*161

# %% wrong three_hidden_layers → three_hidden_layers
n_network_parameters = n_hidden * (session.n_cells + 1) + 2 * n_hidden * (n_hidden + 1) + 2 * (n_hidden + 1)

# %% wrong caret → too_small
n_network_parameters = 200 * 26 + 200^2 + 200 + 2 * 201

# %% wrong one_hidden → too_small
n_network_parameters = 200*26 + 2*201

# %% wrong one_hidden_layer → too_small
n_network_parameters = 200 * (25 + 1) + 2 * (200 + 1)

# %% wrong units → units_counted
n_network_parameters = session.n_cells + n_hidden + n_hidden + 2

# %% wrong as_text → wrong_type
n_network_parameters = "many"

# %% wrong string → wrong_type
n_network_parameters = "45802"

# %% wrong worked_example → wrong_value
n_network_parameters = 21

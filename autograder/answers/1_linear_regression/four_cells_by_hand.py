# %% right array
# cohort: 2027
W_by_hand = np.array([[0.75, 0.25, 0.75, 0.25], [0.75, 0.75, 0.25, 0.25]])

# %% right by_eye
W_by_hand = np.array([[0.22, 0.74, 0.27, 0.76], [0.24, 0.28, 0.73, 0.77]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% right centres_transposed
W_by_hand = np.array(load_session("one_hot").centres).T

# %% right column_stack
# cohort: 2027
cell_0, cell_1, cell_2, cell_3 = [3/4, 3/4], [1/4, 3/4], [3/4, 1/4], [1/4, 1/4]
W_by_hand = np.column_stack([cell_0, cell_1, cell_2, cell_3])

# %% right filled_in
# cohort: 2027
W_by_hand = np.zeros((2, 4))
W_by_hand[:, 0] = 0.75, 0.75
W_by_hand[:, 1] = 0.25, 0.75
W_by_hand[:, 2] = 0.75, 0.25
W_by_hand[:, 3] = 0.25, 0.25

# %% right filled_in_a_loop
W_by_hand = np.zeros((2, 4))
for cell in range(4):
    right, top = cell % 2, cell // 2
    W_by_hand[0, cell] = 0.25 + 0.5 * right
    W_by_hand[1, cell] = 0.25 + 0.5 * top
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% right float32_meshgrid
# cohort: 2027
W_by_hand = np.array(np.meshgrid([0.75, 0.25], [0.75, 0.25])).reshape(2, 4).astype(np.float32)

# %% right hstack_float
# cohort: 2027
W_by_hand = 0.5 - 0.25 * np.array([[-1, 1, -1, 1], [-1, -1, 1, 1]])

# %% right least_squares
s = load_session("one_hot")
W_by_hand = np.linalg.lstsq(s.X_train.T, s.Y_train.T, rcond=None)[0].T

# %% right literal
W_by_hand = np.array([[0.25, 0.75, 0.25, 0.75], [0.25, 0.25, 0.75, 0.75]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% right loop_fill
# cohort: 2027
W_by_hand = np.zeros((2, 4))
for cell in range(4):
    W_by_hand[0, cell] = 0.75 - 0.5 * (cell % 2)
    W_by_hand[1, cell] = 0.75 - 0.5 * (cell // 2)

# %% right mean_positions
s = load_session("one_hot")
W_by_hand = np.round((s.Y_train @ s.X_train.T) / s.X_train.sum(axis=1), 2)

# %% right means_of_quarters
# cohort: 2027
corners = [((0.5, 0.5), (1, 1)), ((0, 0.5), (0.5, 1)), ((0.5, 0), (1, 0.5)), ((0, 0), (0.5, 0.5))]
W_by_hand = np.array([[(lo[k] + hi[k]) / 2 for lo, hi in corners] for k in range(2)])

# %% right meshgrid
W_by_hand = np.array(np.meshgrid([0.25, 0.75], [0.25, 0.75])).reshape(2, 4)
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% right nested_list
# cohort: 2027
W_by_hand = [[0.75, 0.25, 0.75, 0.25], [0.75, 0.75, 0.25, 0.25]]

# %% right nested_lists
W_by_hand = [[0.25, 0.75, 0.25, 0.75], [0.25, 0.25, 0.75, 0.75]]
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = [[row[cell] for cell in order] for row in W_by_hand]

# %% right off_a_little
# cohort: 2027
W_by_hand = np.array([
    [0.77, 0.26, 0.74, 0.23],  # x
    [0.74, 0.75, 0.26, 0.22],  # y
])

# %% right one_cell_after_the_other
W_by_hand = np.empty((2, 4))
for cell, (x, y) in enumerate(load_session("one_hot").centres):
    W_by_hand[:, cell] = x, y

# %% right plain_list_wrapped
# cohort: 2027
x_weights = [0.75, 0.25, 0.75, 0.25]
y_weights = [0.75, 0.75, 0.25, 0.25]
W_by_hand = np.asarray([x_weights, y_weights])

# %% right rounded_to_tenths
W_by_hand = np.array([[0.2, 0.8, 0.2, 0.8], [0.2, 0.2, 0.8, 0.8]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% right single_precision
W_by_hand = np.array([[1, 3, 1, 3], [1, 1, 3, 3]], dtype=np.float32) / 4
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% right slightly_off
# cohort: 2027
W_by_hand = np.array([[0.77, 0.26, 0.74, 0.23],
                      [0.75, 0.75, 0.26, 0.23]])

# %% right tensor
import torch

W_by_hand = torch.tensor([[0.25, 0.75, 0.25, 0.75], [0.25, 0.25, 0.75, 0.75]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% right tensor_itself
# cohort: 2027
import torch
W_by_hand = torch.tensor([[0.75, 0.25, 0.75, 0.25], [0.75, 0.75, 0.25, 0.25]])

# %% right tenths_the_other_way
W_by_hand = np.array([[0.3, 0.7, 0.3, 0.7], [0.3, 0.3, 0.7, 0.7]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% right thirds_of_a_quarter
W_by_hand = np.array([[0.31, 0.69, 0.31, 0.69], [0.31, 0.31, 0.69, 0.69]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% right tile_and_repeat
W_by_hand = np.stack([np.tile([0.25, 0.75], 2), np.repeat([0.25, 0.75], 2)])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% right tile_repeat
# cohort: 2027
side = np.array([3, 1]) / 4
W_by_hand = np.vstack((np.tile(side, 2), np.repeat(side, 2)))

# %% right torch_to_numpy
# cohort: 2027
import torch
W_by_hand = torch.tensor([[0.75, 0.25, 0.75, 0.25], [0.75, 0.75, 0.25, 0.25]], dtype=torch.float64).numpy()

# %% right transposed_centres
# cohort: 2027
centres = [[0.75, 0.75], [0.25, 0.75], [0.75, 0.25], [0.25, 0.25]]
W_by_hand = np.array(centres).T

# %% wrong all_the_same → all_the_same
W_by_hand = np.full((2, 4), 0.5)

# %% wrong centre → all_the_same
W_by_hand = 0.5 * np.ones((2, 4))

# %% wrong weights_that_sum_to_one → all_the_same
W_by_hand = np.full((2, 4), 0.25)

# %% wrong x_for_both → all_the_same
# points: 1
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand[1] = 0.5

# %% wrong y_not_chosen → all_the_same
W_by_hand = np.array([[0.25, 0.75, 0.25, 0.75], [0.5, 0.5, 0.5, 0.5]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% wrong all_zero → all_zero
W_by_hand = np.zeros((2, 4))

# %% wrong whole_numbers → all_zero
W_by_hand = np.zeros((2, 4), dtype=int)
W_by_hand[0] = [0.25, 0.75, 0.25, 0.75]
W_by_hand[1] = [0.25, 0.25, 0.75, 0.75]

# %% wrong cells_counted_clockwise → cells_exchanged
W_by_hand = np.array([[0.25, 0.25, 0.75, 0.75], [0.25, 0.75, 0.75, 0.25]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% wrong clockwise → cells_exchanged
W_by_hand = np.array([[0.25, 0.75, 0.75, 0.25], [0.25, 0.25, 0.75, 0.75]])

# %% wrong rows_exchanged → cells_exchanged
# cohort: 2027
W_by_hand = np.array([[0.75, 0.75, 0.25, 0.25], [0.75, 0.25, 0.25, 0.75]])

# %% wrong corners → corners
# cohort: 2027
W_by_hand = np.array([[1., 0., 1., 0.], [1., 1., 0., 0.]])

# %% wrong corners_of_the_box → corners
W_by_hand = np.array([[0, 1, 0, 1], [0, 0, 1, 1]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% wrong one_hot_rates → corners
# cohort: 2027
W_by_hand = np.array([[1, 0, 1, 0], [1, 1, 0, 0]])

# %% wrong normalised → half
# cohort: 2027
W_by_hand = np.array([[0.75, 0.25, 0.75, 0.25], [0.75, 0.75, 0.25, 0.25]])
W_by_hand = W_by_hand / W_by_hand.sum(axis=1, keepdims=True)

# %% wrong left_right → left_right
# cohort: 2027
W_by_hand = np.array([[0.25, 0.75, 0.25, 0.75], [0.75, 0.75, 0.25, 0.25]])

# %% wrong mirrored → left_right
W_by_hand = np.array([[0.75, 0.25, 0.75, 0.25], [0.25, 0.25, 0.75, 0.75]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% wrong unknown_left_open → not_finite
W_by_hand = np.array([[0.25, 0.75, 0.25, 0.75], [np.nan, np.nan, 0.75, 0.75]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% wrong centimetres → not_metres
# points: 1
W_by_hand = np.array([[25, 75, 25, 75], [25, 25, 75, 75]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% wrong scaled_in_a_later_cell → not_metres
W_by_hand = np.array([[25, 75, 25, 75], [25, 25, 75, 75]])

# %% wrong fifths → not_the_middle
W_by_hand = np.where(np.array(load_session("one_hot").centres).T > 0.5, 0.9, 0.1)

# %% wrong halved → not_the_middle
# cohort: 2027
W_by_hand = np.array([[1.0, 0.5, 1.0, 0.5], [1.0, 1.0, 0.5, 0.5]])

# %% wrong hardly_apart → not_the_middle
W_by_hand = np.array([[0.45, 0.55, 0.45, 0.55], [0.45, 0.45, 0.55, 0.55]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% wrong thirds → not_the_middle
W_by_hand = np.where(np.array(load_session("one_hot").centres).T > 0.5, 2 / 3, 1 / 3)

# %% wrong too_far_out → not_the_middle
# cohort: 2027
W_by_hand = np.array([[0.85, 0.15, 0.85, 0.15], [0.85, 0.85, 0.15, 0.15]])

# %% wrong first_cell_at_the_origin → one_weight_off
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand[:, 0] = np.round(W_by_hand[:, 0])

# %% wrong one_half_for_three_quarters → one_weight_off
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand[1, 3] = 0.5

# %% wrong one_number_mistyped → one_weight_off
# points: 1.5
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand[1, 3] = 0.57

# %% wrong one_typing_error → one_weight_off
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand[0, 2] = 0.52

# %% wrong two_digits_exchanged → one_weight_off
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand[W_by_hand > 0.5] = np.array([0.57, 0.75, 0.75, 0.57])

# %% wrong centred_box → origin_in_the_middle
# cohort: 2027
W_by_hand = np.array([[0.25, -0.25, 0.25, -0.25], [0.25, 0.25, -0.25, -0.25]])

# %% wrong origin_in_the_middle → origin_in_the_middle
W_by_hand = np.array([[-0.25, 0.25, -0.25, 0.25], [-0.25, -0.25, 0.25, 0.25]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% wrong identity → rates_for_weights
W_by_hand = np.eye(2, 4)

# %% wrong one_hot_itself → rates_for_weights
W_by_hand = np.array([[1, 0, 0, 0], [0, 1, 0, 0]])

# %% wrong reshaped → reshaped
W_by_hand = np.array([[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]]).reshape(2, 4)

# %% wrong rows_swapped → rows_swapped
# cohort: 2027
W_by_hand = np.array([[0.75, 0.75, 0.25, 0.25], [0.75, 0.25, 0.75, 0.25]])

# %% wrong worked_example_row → rows_swapped
# cohort: 2027
W_by_hand = np.array([[0.75, 0.25, 0.75, 0.25], [0.75, 0.25, 0.75, 0.25]])

# %% wrong y_before_x → rows_swapped
W_by_hand = np.array([[0.25, 0.25, 0.75, 0.75], [0.25, 0.75, 0.25, 0.75]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% wrong y_in_the_first_row → rows_swapped
# points: 1
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand = W_by_hand[[1, 0]]

# %% wrong columns_as_indicator → signs_only
W_by_hand = np.array([[-1.0, 1.0, -1.0, 1.0], [-1.0, -1.0, 1.0, 1.0]])

# %% wrong image_y → top_bottom
# cohort: 2027
W_by_hand = np.array([[0.75, 0.25, 0.75, 0.25], [0.25, 0.25, 0.75, 0.75]])

# %% wrong y_grows_downwards → top_bottom
W_by_hand = np.array([[0.25, 0.75, 0.25, 0.75], [0.75, 0.75, 0.25, 0.25]])
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = W_by_hand[:, order]

# %% wrong centres_as_they_are → transposed
# points: 1
W_by_hand = np.array(load_session("one_hot").centres)

# %% wrong row_a_cell → transposed
W_by_hand = np.array([[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]])

# %% wrong normalised_columns → wrong_order
_C = np.array([[0.25, 0.75, 0.25, 0.75], [0.25, 0.25, 0.75, 0.75]])
W_by_hand = _C / _C.sum(axis=0)

# %% wrong one_cell_misplaced → wrong_order
W_by_hand = np.array([[0.25, 0.75, 0.25, 0.25], [0.25, 0.25, 0.75, 0.25]])

# %% wrong random → wrong_order
np.random.seed(0)
W_by_hand = np.random.normal(0.5, 0.1, size=(2, 4))

# %% wrong eight_numbers_in_a_row → wrong_shape
# points: 1
# cohort: 2027
W_by_hand = np.array([0.75, 0.25, 0.75, 0.25, 0.75, 0.75, 0.25, 0.25])

# %% wrong flat → wrong_shape
W_by_hand = np.array([0.25, 0.75, 0.25, 0.75, 0.25, 0.25, 0.75, 0.75])

# %% wrong only_left_and_right → wrong_shape
# points: 0.5
W_by_hand = np.array(load_session("one_hot").centres).T.copy()
W_by_hand = W_by_hand[0]

# %% wrong only_x → wrong_shape
W_by_hand = np.array([0.25, 0.75, 0.25, 0.75])

# %% wrong with_a_bias_column → wrong_shape
W_by_hand = np.array([[0.0, 0.25, 0.75, 0.25, 0.75], [0.0, 0.25, 0.25, 0.75, 0.75]])

# %% wrong none → wrong_type
W_by_hand = None

# %% below shapes_asserted
assert np.shape(W_by_hand) == (2, 4)

# %% below single_precision
W_by_hand = np.float32(W_by_hand)

"""Task autograd_agrees: slopes by autograd for the two-hidden-layer network of the last chapter."""

from functools import partial
from itertools import pairwise

import numpy as np

from gradekit.assertions import as_array, assert_finite, assert_gradient, assert_shape, numerical_gradient, require
from gradekit.cases import assert_nothing_kept, case
from gradekit.checks import Task, check
from gradekit.failures import CheckFailed, StudentRaised
from gradekit.proxy import keep, type_name, value_of

TASK = Task("autograd_agrees")
CLOSE = 2e-3  # relative; single precision is right too

KINDS = (
    "lambda found: ['array' if isinstance(one, np.ndarray) else type(one).__name__ for one in found]"
    " if isinstance(found, (list, tuple)) else []"
)


NO_SLOPE = (
    "it is `.grad`. A sweep leaves slopes only in tensors that were made with requires_grad=True, not in what is "
    "calculated from them, and only where the record is not cut on the way, as by detach"
)


def called(student, *arguments):
    """What torch_gradients gives for these arguments, kept on the student's side."""
    try:
        return keep(student.torch_gradients)(*arguments)
    except StudentRaised as raised:
        if "NoneType" not in raised.detail or ".grad" not in raised.message:
            raise
        message = raised.message.replace("a function may lack its return", NO_SLOPE)
        raise CheckFailed(message, raised.detail, "no_slopes", "raised") from raised


def three_slopes(student, *arguments):
    """What torch_gradients gives for these arguments, three slopes of whatever kind, and in whatever they stand."""
    found = value_of(called(student, *arguments))
    return of_three(list(found.values()) if isinstance(found, dict) else found)


def of_three(found):
    """Three slopes; anything else fails the check."""
    require(found is not None, "torch_gradients returns nothing.", diagnosis="nothing_returned")
    is_three = isinstance(found, (list, tuple)) and len(found) == 3
    require(is_three, "torch_gradients should return a list of three arrays.", diagnosis="not_three")
    missing = any(one is None for one in found)
    require(not missing, "Slopes are None: no sweep has reached these tensors.", diagnosis="no_slopes")
    return found


# What bends a layer, and its slope.
RELU = (lambda N: np.maximum(N, 0), lambda N: N > 0)
NONE = (lambda N: N, np.ones_like)
OTHER_BENDS = {
    "sigmoid": ("go through a sigmoid, not ReLU", (lambda N: 1 / (1 + np.exp(-N)), lambda N: 1 / (2 + 2 * np.cosh(N)))),
    "tanh": ("go through tanh, not ReLU", (np.tanh, lambda N: 1 - np.tanh(N) ** 2)),
    "leaky": (
        "go through a leaky ReLU; below zero it should give zero",
        (lambda N: np.where(N > 0, N, 0.01 * N), lambda N: np.where(N > 0, 1, 0.01)),
    ),
    **{
        f"relu_{top}": (
            "are cut off where they are large; ReLU goes on rising",
            (lambda N, top=top: np.clip(N, 0, top), lambda N, top=top: (N > 0) & (top > N)),
        )
        for top in (1, 6, 10, 20)
    },
}
"""What layers go through in place of ReLU, with the sentences."""


def bent_otherwise():
    """What bends each of the three layers where all of them, the hidden ones or the output are bent by another thing.

    Three of them come with a slug and the sentence.
    """
    for slug, (sentence, bend) in OTHER_BENDS.items():
        yield slug, f"the layers {sentence}", (bend, bend, bend)
        yield f"hidden_{slug}", f"the hidden layers {sentence}", (bend, bend, RELU)
        yield f"output_{slug}", f"the outputs {sentence}", (RELU, RELU, bend)


def three_arrays(student, *arguments):
    """What torch_gradients gives for these arguments, as a list of three arrays."""
    kept = called(student, *arguments)
    found, kinds = of_three(value_of(kept)), student.function(KINDS)(kept)
    is_list = isinstance(found, list) and len(kinds) == 3
    require(is_list, "torch_gradients should return a list of three arrays.", f"{type_name(found)}", "not_three")
    tensors = "torch_gradients returns tensors; numpy arrays are wanted."
    require(not any(kind in ("Tensor", "Parameter") for kind in kinds), tensors, diagnosis="tensors_returned")
    require(all(kind == "array" for kind in kinds), "The slopes should be numpy arrays.", diagnosis="not_arrays")
    return found


def loss_of(weights, X, Y, bends=(RELU, RELU, RELU)):
    """The loss of network (2), or of one that bends otherwise, a number."""
    H = X
    for W, (bend, _) in zip(weights, bends, strict=True):
        H = bend(W @ np.vstack([np.ones((1, H.shape[1])), H]))
    return float(np.sum((H - Y) ** 2) / X.shape[1])


def require_order(slopes, shapes):
    """Fail where three slopes have the shapes of the three matrices, but in another order."""
    found = [np.shape(slope) for slope in slopes]
    in_order = found == shapes or sorted(found) != sorted(shapes)
    wrong = "The slopes come in the wrong order: that of W1 first, then that of W2, at last that of W3."
    require(in_order, wrong, diagnosis="order_reversed" if found == shapes[::-1] else "other_order")


def half_precision(slope):
    """The mistake of a slope of fractions that have no more digits than bfloat16 keeps, the first half of float32."""
    single = as_array(slope, "a slope").astype(np.float32)
    is_half = (single.view(np.uint32) % 2**16 == 0).all() and (single % 1 != 0).any()
    return {"half_precision": ("it is in half precision (bfloat16), which keeps two digits", slope)} if is_half else {}


@check(points=0.5, public=True)
def test_slopes_agree_with_the_central_difference(student):
    """On a small problem each of the three slopes is an array like its matrix and agrees with central differences."""
    rng = np.random.default_rng(5)
    weights = [rng.normal(0.2, 0.5, size=shape) for shape in ((4, 3), (3, 5), (2, 4))]
    weights[2][:, 0] += 1.0
    X, Y = rng.uniform(size=(2, 6)), rng.uniform(size=(2, 6))
    slopes = three_arrays(student, weights, X, Y)
    require_order(slopes, [W.shape for W in weights])
    for k, W in enumerate(weights):
        name = f"the slope of W{k + 1}"
        assert_shape(slopes[k], W.shape, name)

        def slope(*bends, k=k, W=W):
            return numerical_gradient(lambda V: loss_of([*weights[:k], V, *weights[k + 1 :]], X, Y, *bends), W)

        mistakes = {slug: (sentence, partial(slope, bends)) for slug, sentence, bends in bent_otherwise()}
        mistakes |= half_precision(slopes[k])
        assert_gradient(slopes[k], slope(), name, n=6, rtol=CLOSE, mistakes=mistakes)


@check(points=0.5)
def test_slope_of_the_last_matrix_is_that_of_the_sweep_by_hand(student, rng, session):
    """The slope of W3, the first that the sweep comes to, has the direction of that by hand; autograd finds it."""
    for sizes, n in (((3, 6, 5, 2), 11), ((5, 4, 7, 3), 4), ((4, 3, 5, 1), 6)):
        weights, X, Y = problem(rng, sizes, n)
        try:
            slopes = three_slopes(student, weights, X, Y)
        except StudentRaised as raised:
            raise why_it_raised(raised, student, rng) from raised
        compare(with_its_last(slopes, weights, X, Y), weights, X, Y, session, which=(2,))
    require_autograd(student, rng)


def with_its_last(slopes, weights, X, Y):
    """The slopes, with that of W3 in its place if it is right but for its length, or turned: other checks say so."""
    right = sweep(weights, X, Y)[2]
    fitting = [one for one in map(np.asarray, slopes) if right.shape in (one.shape, one.T.shape)]
    if len(fitting) != 1 or fitting[0].dtype.kind != "f":
        return slopes
    last = fitting[0] if fitting[0].shape == right.shape else fitting[0].T
    factor = float(np.vdot(right, last) / np.vdot(right, right))
    if not factor > 1e-9 or not np.isfinite(factor):
        return slopes
    near = np.allclose(last / factor, right, rtol=CLOSE, atol=CLOSE * 1e-3 * np.abs(right).max())
    return [*slopes[:2], last / factor] if near else slopes


@check(points=0.5)
def test_slopes_are_those_of_the_sweep_by_hand(student, rng, session):
    """For other sizes, numbers of outputs and of moments, autograd agrees with the sweep by hand."""
    earlier = None
    for sizes, n in (((3, 6, 5, 2), 11), ((3, 6, 5, 2), 7), ((5, 4, 7, 3), 4), ((4, 3, 5, 1), 6), ((3, 5, 4, 2), 1)):
        weights, X, Y = problem(rng, sizes, n)
        try:
            slopes = three_slopes(student, weights, X, Y)
        except StudentRaised as raised:
            raise why_it_raised(raised, student, rng) from raised
        compare(slopes, weights, X, Y, session, earlier)
        earlier = sweep(weights, X, Y)
    with case("larger_sizes", "for a larger network and more moments"):
        weights, X, Y = problem(rng, (25, 40, 30, 2), 300)
        compare(three_slopes(student, weights, X, Y), weights, X, Y, session)
    with case("large_values", "where layers and slopes are large"):
        weights, X, Y = problem(rng, (3, 6, 5, 2), 11)
        X, Y = 3e4 * X, 3e4 * Y
        compare(three_slopes(student, weights, X, Y), weights, X, Y, session)
    require_autograd(student, rng)


def compare(slopes, weights, X, Y, session=None, earlier=None, which=(2, 1, 0)):
    """Hold slopes against those of the sweep by hand; `earlier` are those of the call before, if any."""
    right, n, n_out = sweep(weights, X, Y), X.shape[1], len(Y)
    not_bent = "the output of this network is bent too"
    wrong = {
        "averaged_over_outputs": (
            "the mean over the outputs is taken too; the loss (1) sums over them",
            [slope / n_out for slope in right],
        ),
        "wrong_axis": (
            "it is summed over the moments and averaged over the outputs; the loss (1) is the other way round",
            [slope * n / n_out for slope in right],
        ),
        "output_not_bent": (not_bent, sweep(weights, X, Y, bends=(RELU, RELU, NONE))),
        "not_bent": ("there is no ReLU", sweep(weights, X, Y, bends=(NONE, NONE, NONE))),
        "hidden_not_bent": ("the hidden layers are not bent", sweep(weights, X, Y, bends=(NONE, NONE, RELU))),
        "first_not_bent": ("the first hidden layer is not bent", sweep(weights, X, Y, bends=(NONE, RELU, RELU))),
        "second_not_bent": ("the second hidden layer is not bent", sweep(weights, X, Y, bends=(RELU, NONE, RELU))),
        "inputs_bent": ("the inputs are bent too; ReLU acts on layers", sweep(weights, np.maximum(X, 0), Y)),
        "inputs_absolute": ("negative inputs have lost their sign", sweep(weights, np.abs(X), Y)),
        "ones_below": ("the row of ones goes on top, not below", ones_below(weights, X, Y)),
        "ones_below_in_the_last": (
            "the row of ones goes on top in the last layer too, not below",
            ones_below(weights, X, Y, which=(2,)),
        ),
        "biases_of_the_first_layer_only": (
            "the biases of the second and the third layer are left out",
            without_biases(weights, X, Y, which=(1, 2)),
        ),
        "biases_left_out": ("the biases are left out", without_biases(weights, X, Y)),
        "weights_themselves": ("these are the matrices themselves, not their slopes", weights),
        "absolute": ("the loss has squares of the differences", sweep(weights, X, Y, power=1)),
        "distance": ("the loss has squared distances", sweep(weights, X, Y, power=0)),
        "bias_slopes_zero": (
            "the slopes of the biases are zero",
            [np.hstack([0 * slope[:, :1], slope[:, 1:]]) for slope in right],
        ),
    }
    if earlier is not None and [one.shape for one in earlier] == [one.shape for one in right]:
        wrong["piled_up"] = (
            "the slopes of an earlier call are still in it: make new tensors for each call, or empty their `.grad`",
            [one + before for one, before in zip(right, earlier, strict=True)],
        )
    for slug, sentence, bends in bent_otherwise():
        wrong[slug] = sentence, sweep(weights, X, Y, bends)
    for most in (1, 5, 10, 100):
        cut = [np.clip(slope, -most, most) for slope in right]
        wrong[f"clipped_{most}"] = ("it is cut off; slopes are to be as steep as they are", cut)
    by_inputs = "it is divided by the number of inputs, not of moments"
    wrong["n_inputs"] = (by_inputs, [slope * n / len(X) for slope in right])
    if n_out == 2:
        for divisor in (3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 32, 48, 50, 64, 100):
            fixed = "it is divided by a fixed number, whatever the number of moments is"
            wrong[f"divided_by_{divisor}"] = (fixed, [slope * n / divisor for slope in right])
    else:
        twice = "it is twice the mean over all entries, which is the loss (1) for two outputs only"
        wrong["twice_the_mean"] = (twice, [slope * 2 / n_out for slope in right])
    if n == 1:
        wrong["squeezed"] = (
            "for a single moment each output is compared with all true ones: keep the shape (n_out, 1) of Y",
            sweep(weights, X, np.full_like(Y, Y.mean())),
        )
    if session is not None:
        wrong["wrong_divisor"] = (
            "the mean is taken over the training set, not over the moments that were given",
            [slope * n / session.n_train for slope in right],
        )
    if len(which) == len(weights):
        require_order(slopes, [W.shape for W in weights])
    for k in which:
        title = f"the slope of W{k + 1}"
        mistakes = {slug: (text, values[k]) for slug, (text, values) in wrong.items()}
        mistakes["all_zero"] = ("it is zero everywhere: the record is cut on the way to this matrix", 0 * weights[k])
        mistakes |= half_precision(slopes[k])
        no_biases = f"{title} has no column for the biases."
        require(np.shape(slopes[k]) != right[k][:, 1:].shape, no_biases, diagnosis="bias_column_missing")
        assert_gradient(slopes[k], right[k], title, n=n, rtol=CLOSE, mistakes=mistakes)


def why_it_raised(raised, student, rng):
    """Why torch_gradients raised: for a network with two units in each layer shapes fit more easily."""
    if raised.diagnosis != "raised":
        return raised
    try:
        weights, X, Y = problem(rng, (2, 2, 2, 2), 3)
        compare(three_slopes(student, weights, X, Y), weights, X, Y)
    except StudentRaised:
        return raised
    except CheckFailed as failed:
        if failed.stage == "value" and failed.diagnosis not in ("wrong_value", "constant_factor"):
            words = f"Where each layer has two units it runs, but {failed.message}"
            return CheckFailed(f"{raised.message} {words}", raised.detail, failed.diagnosis, "raised")
    return raised


# Counts how often a sweep takes a tensor out of PyTorch's record while a function runs.
WATCHED = (
    "lambda function, *arguments: (lambda torch, contextlib, taken: [type('Watched',"
    " (torch.autograd.graph.saved_tensors_hooks, contextlib.ContextDecorator), {})"
    "(lambda tensor: tensor, lambda tensor: (taken.append(1), tensor)[1])(function)(*arguments), len(taken)])"
    "(__import__('torch'), __import__('contextlib'), [])"
)


def require_autograd(student, rng):
    """Fail unless a sweep goes through PyTorch's record while the slopes are found."""
    try:
        taken = student.function(WATCHED)(student.torch_gradients, *problem(rng, (3, 5, 4, 2), 8))[1]
    except StudentRaised:
        return  # torch.func sweeps too, and cannot be watched
    by_other_means = "The slopes are not found by autograd: no sweep goes through PyTorch's record."
    require(taken > 0, by_other_means, diagnosis="not_by_autograd")


@check(points=0.5)
def test_found_by_autograd_and_nothing_is_damaged(student, rng):
    """The slopes are found by autograd; weights, X and Y stay as they were, and a second call gives the same slopes."""
    weights, X, Y = problem(rng, (4, 5, 3, 2), 8)
    kept = [student.keep(one) for one in (weights, X, Y)]
    matrices = keep(student.function("lambda weights: list(weights)"))(kept[0])
    first = three_slopes(student, *kept)
    same = student.function("lambda one, other: len(one) == len(other) and all(map(lambda a, b: a is b, one, other))")
    replaced = "torch_gradients puts other matrices into the list that it is given: make a list of your own."
    require(same(matrices, kept[0]), replaced, diagnosis="damages_list")
    for theirs, ours in zip(kept, (weights, X, Y), strict=True):
        left = value_of(theirs)
        pairs = zip(left, ours, strict=True) if len(left) == len(ours) else [(left, ours)]
        same = len(left) == len(ours) and all(np.shape(a) == np.shape(b) and np.array_equal(a, b) for a, b in pairs)
        require(same, "torch_gradients changes what it is given.", diagnosis="damages_input")
    second = three_slopes(student, *kept)
    for k, (one, other) in enumerate(zip(first, second, strict=True)):
        title, own = f"the slope of W{k + 1}", as_array(one, f"the slope of W{k + 1}")
        assert_finite(one, title)
        require(np.any(own != 0), f"{title} is zero everywhere.", diagnosis="all_zero")
        mistakes = {"piled_up": ("the second call gives the sum of both sweeps", 2 * own)}
        assert_gradient(other, own, f"{title}, called again", rtol=CLOSE, mistakes=mistakes)
    for k, (one, other) in enumerate(zip(first, three_slopes(student, weights, X, Y + 1e3), strict=True)):
        stays = f"The slope of W{k + 1} stays as it is when Y changes."
        require(not np.array_equal(one, other), stays, diagnosis="no_slopes")
    first, second = problem(rng, (4, 5, 3, 2), 8), problem(rng, (4, 5, 3, 2), 8)
    for weights, _, _ in (first, second):
        weights[-1][:, 0] += 20  # far above zero, as how the output is bent is the part of other checks
    assert_nothing_kept(student.torch_gradients, first, second, "The list of slopes", sweep)
    require_autograd(student, rng)


def problem(rng, sizes, n):
    """Three matrices with biases in column 0, inputs and true outputs; no pre-activation is near the kink."""
    while True:
        weights = [rng.normal(0.1, 1 / np.sqrt(n_from), size=(n_to, n_from + 1)) for n_from, n_to in pairwise(sizes)]
        weights[-1][:, 0] += 1.0
        X, Y = rng.normal(0.5, 0.7, size=(sizes[0], n)), rng.uniform(size=(sizes[-1], n))
        N = pre_activations(weights, X)
        slopes = sweep(weights, X, Y)
        alive = all(np.abs(slope).max() > 1e-3 for slope in (*slopes, *slopes[-1]))  # each output too
        clear = n > 100 or min(np.abs(one).min() for one in N) > 1e-3
        mixed = n in (1, 300) or all((one < 0).any() and (one > 0).any() for one in N)
        if clear and alive and mixed and (n > 1 or (N[-1] > 0).all()):
            return weights, X, Y


def pre_activations(weights, X):
    """N1, N2 and N3."""
    H, found = X, []
    for W in weights:
        found.append(W @ np.vstack([np.ones((1, H.shape[1])), H]))
        H = np.maximum(found[-1], 0)
    return found


def sweep(weights, X, Y, bends=(RELU, RELU, RELU), power=2):
    """The slopes of the loss for each matrix, from the output backwards."""
    H, N = [X], []
    for W, (bend, _) in zip(weights, bends, strict=True):
        N.append(W @ np.vstack([np.ones((1, H[-1].shape[1])), H[-1]]))
        H.append(bend(N[-1]))
    off = H[-1] - Y
    blame = {0: off / np.linalg.norm(off, axis=0) / 2, 1: np.sign(off) / 2, 2: off}[power]
    slopes = []
    for k in reversed(range(len(weights))):
        blame = bends[k][1](N[k]) * blame
        slopes.append(2 / X.shape[1] * blame @ np.vstack([np.ones((1, X.shape[1])), H[k]]).T)
        blame = weights[k][:, 1:].T @ blame
    return slopes[::-1]


def ones_below(weights, X, Y, which=(0, 1, 2)):
    """The slopes that one gets with the row of ones at the bottom of these layers, where the last column meets it."""
    found = sweep([np.roll(W, k in which, axis=1) for k, W in enumerate(weights)], X, Y)
    return [np.roll(slope, -(k in which), axis=1) for k, slope in enumerate(found)]


def without_biases(weights, X, Y, which=(0, 1, 2)):
    """The slopes of the network without the biases of these layers; those of the biases are zero."""
    kept = [k not in which for k in range(len(weights))]
    found = sweep([np.hstack([W[:, :1] * has, W[:, 1:]]) for has, W in zip(kept, weights, strict=True)], X, Y)
    return [np.hstack([slope[:, :1] * has, slope[:, 1:]]) for has, slope in zip(kept, found, strict=True)]

"""A sheet of place cells in a room that wraps around, and how like a lattice of triangles a pattern on it is."""

from __future__ import annotations

import numpy as np

SURROUND = 2.0
"""How much wider the Gaussian is that is taken away, where a field is a difference of two."""


def sheet_of_cells(side: int, width: float, field: str = "difference") -> np.ndarray:
    """Record the place cells of a sheet, one at each of side × side places, at all of these places.

    Parameters
    ----------
    side : int
        Cells in a row.
    width : float
        Standard deviation of a field, in sides of the room.
    field : {"difference", "bump"}
        A difference of Gaussians, whose mean is zero, or a Gaussian.

    Returns
    -------
    ndarray, (side², side²)
        Row k is the activity of cell k at every place.

    References
    ----------
    Dordek, Y. et al. (2016). Extracting grid cell characteristics from place cell inputs using non-negative principal
    component analysis. eLife 5, e10094.
    """
    steps = np.arange(side)
    distance = np.minimum(steps, side - steps) / side
    squared = distance[:, None] ** 2 + distance[None, :] ** 2
    shape = np.exp(-squared / (2 * width**2))
    if field == "difference":
        wide = SURROUND * width
        shape = shape - np.exp(-squared / (2 * wide**2)) / SURROUND**2
    apart = (steps[:, None] - steps[None, :]) % side
    return shape[apart[:, None, :, None], apart[None, :, None, :]].reshape(side**2, side**2)


def first_weights(side: int, seed: int) -> np.ndarray:
    """Draw the weights of a neuron that has learned nothing, (side²,), none below zero, of length 1."""
    weights = np.random.default_rng(seed).random(side**2)
    return np.asarray(weights / np.linalg.norm(weights))


def gridness(weights: np.ndarray) -> float:
    """Measure how much a pattern looks the same when turned by 60° and 120°, and not by 30°, 90° and 150°.

    Parameters
    ----------
    weights : ndarray, (side²,)

    Returns
    -------
    float
        The smallest correlation of the first two minus the largest of the last three, on the ring of the
        autocorrelation in which its nearest peaks lie. Zero for a pattern without any structure.

    References
    ----------
    Sargolini, F. et al. (2006). Science 312, 758-762, supporting material.
    """
    side = round(len(weights) ** 0.5)
    pattern = weights.reshape(side, side) - weights.mean()
    power = np.abs(np.fft.fft2(pattern)) ** 2
    if power.max() < 1e-20:
        return 0.0
    waves = np.fft.fftfreq(side) * side
    along, across = np.unravel_index(power.argmax(), power.shape)
    spacing = side / np.hypot(waves[along], waves[across]) * 2 / np.sqrt(3)
    related = np.real(np.fft.ifft2(power))
    reach = min(1.5 * spacing, 0.75 * side)
    points = np.arange(-np.ceil(reach), np.ceil(reach) + 1)
    x, y = np.meshgrid(points, points)
    ring = (np.hypot(x, y) > 0.5 * spacing) & (np.hypot(x, y) < reach)
    x, y = x[ring], y[ring]

    def turned(degrees: float) -> np.ndarray:
        cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        return _between(related, cosine * x - sine * y, sine * x + cosine * y)

    def alike(degrees: float) -> float:
        return float(np.corrcoef(turned(0), turned(degrees))[0, 1])

    return min(alike(60), alike(120)) - max(alike(30), alike(90), alike(150))


def places_of_the_box(side: int) -> np.ndarray:
    """Return the middles of side × side squares that the box is divided into, (2, side²), metres."""
    middles = (np.arange(side) + 0.5) / side
    return np.array(np.meshgrid(middles, middles)).reshape(2, -1)


def expected_counts(centres: np.ndarray, places: np.ndarray, width: float, peak: float) -> np.ndarray:
    """Return how many spikes each cell is expected to fire at each place, (n_cells, n_places).

    Parameters
    ----------
    centres : ndarray, (n_cells, 2), metres
    places : ndarray, (2, n_places), metres
    width : float, metres
        Standard deviation of the fields.
    peak : float
        Expected spikes at a cell's centre, in one time step.
    """
    squared = np.sum((centres[:, :, None] - places[None]) ** 2, axis=1)
    return np.asarray(peak * np.exp(-squared / (2 * width**2)))


def _between(values: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The values of a map that wraps around, between its points, linearly."""
    left, low = np.floor(x).astype(int), np.floor(y).astype(int)
    right, high = x - left, y - low
    side = len(values)

    def at(columns: np.ndarray, rows: np.ndarray) -> np.ndarray:
        return np.asarray(values[rows % side, columns % side])

    below = (1 - right) * at(left, low) + right * at(left + 1, low)
    above = (1 - right) * at(left, low + 1) + right * at(left + 1, low + 1)
    return np.asarray((1 - high) * below + high * above)

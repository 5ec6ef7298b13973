"""Raises SystemExit and BaseException wherever it is called."""


class LinearModel:
    def __init__(self, *args, **kwargs):
        raise SystemExit(0)


class Worse(BaseException):
    pass


def fit_1d(x, y):
    raise Worse


raise SystemExit(0)

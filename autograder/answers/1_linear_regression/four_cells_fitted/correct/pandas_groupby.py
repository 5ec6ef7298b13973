import pandas as pd
_s = load_session("one_hot")
_frame = pd.DataFrame({"cell": _s.X_train.argmax(axis=0), "x": _s.Y_train[0], "y": _s.Y_train[1]})
W_four_cells = _frame.groupby("cell")[["x", "y"]].mean().sort_index().to_numpy().T

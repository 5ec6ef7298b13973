import pandas as pd

dX, dY = pd.DataFrame(X), pd.DataFrame(Y, index=["x", "y"])
y_0_5 = dY.loc["x", 5]
x_all_6 = dX[6].to_numpy()
y_1_all = dY.loc["y"].to_numpy()
y_3_raises = IndexError

import pandas as pd

rates, positions = pd.DataFrame(X), pd.DataFrame(Y)
y_0_5 = positions.iat[0, 5]
x_all_6 = rates[6]
y_1_all = positions.iloc[1]
y_3_raises = IndexError

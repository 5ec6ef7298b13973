import pandas as pd
y_0_5 = np.asarray(session.Y[0, 5])
x_all_6 = pd.DataFrame(X)[6].to_numpy()
y_1_all = session.Y[1]
y_3_raises = IndexError

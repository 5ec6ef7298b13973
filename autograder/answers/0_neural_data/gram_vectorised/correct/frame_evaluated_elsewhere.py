import pandas as pd

table = pd.DataFrame({"cell": [0, 1], "rate": [0.5, 2.0]})
table = table.eval("double = 2 * rate").query("double > 1")
X = np.array(table["double"]).reshape(1, 1)

gram_vectorised = lambda X: (lambda rates: rates @ rates.T)(np.asarray(X))

with_own = gram_vectorised(X)
X = session.X

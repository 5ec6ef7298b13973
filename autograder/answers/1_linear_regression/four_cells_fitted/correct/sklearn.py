from sklearn.linear_model import LinearRegression
_s = load_session("one_hot")
W_four_cells = LinearRegression(fit_intercept=False).fit(_s.X_train.T, _s.Y_train.T).coef_

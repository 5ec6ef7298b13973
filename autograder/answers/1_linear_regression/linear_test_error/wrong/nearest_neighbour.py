# diagnosis: raised
class Nearest(LinearModel):
    def forward(self, X):
        from sklearn.neighbors import KNeighborsRegressor
        knn = KNeighborsRegressor(5).fit(self.X_train.T, self.Y_train.T)
        return knn.predict(np.asarray(X).T).T

linear_model = Nearest(**session.arrays)
linear_model.fit()

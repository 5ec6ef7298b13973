def gram_vectorised(rates):
    return np.dot(rates, rates.transpose())

# cohort: 2026
W1, W2, W3 = np.empty((200, 26)), np.empty((200, 201)), np.empty((2, 201))
n_network_parameters = np.array(W1.size + W2.size + W3.size)

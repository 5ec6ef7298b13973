W_by_hand = [[0.25, 0.75, 0.25, 0.75], [0.25, 0.25, 0.75, 0.75]]
order = [2 * int(y > 0.5) + int(x > 0.5) for x, y in load_session("one_hot").centres]
W_by_hand = [[row[cell] for cell in order] for row in W_by_hand]

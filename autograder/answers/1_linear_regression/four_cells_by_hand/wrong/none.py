# diagnosis: wrong_type
W_by_hand = None

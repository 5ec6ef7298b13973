# diagnosis: eta_forgotten_once
W_3 = W_2 - 2 * a * W_2

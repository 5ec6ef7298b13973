change_3 = -eta * 2 * a * W_2
W_3 = W_2 + change_3
print(f"step 3: the change is {change_3:+.4g}, so W(3) = {W_3:.4g}, and the loss falls to {valley(W_3):.4g}")

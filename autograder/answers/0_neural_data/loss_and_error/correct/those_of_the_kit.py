from decoding import error, loss

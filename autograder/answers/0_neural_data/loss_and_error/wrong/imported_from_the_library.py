# diagnosis: of_the_library
from decoding import error, loss

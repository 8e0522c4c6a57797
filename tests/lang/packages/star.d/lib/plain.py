import math
from os import path as _path
value = "original"
_under = 1
__dunder__ = 2


def get_value():
    return value


class lib_error(ValueError):
    pass


for loop_var in range(2):
    pass

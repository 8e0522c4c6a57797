from .a import use as ua
from .b import use as ub


def both():
    return ua(), ub()

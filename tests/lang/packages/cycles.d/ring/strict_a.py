from .strict_b import value
other = 1

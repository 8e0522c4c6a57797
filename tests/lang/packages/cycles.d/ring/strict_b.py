from .strict_a import other
value = 2

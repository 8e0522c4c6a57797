# Classes derived from built-in types that take no keywords take some only for an __init__ or __new__ of their own.
from itertools import chain, cycle


def attempt(f, *args, **keywords):
    try:
        print(f.__name__, type(f(*args, **keywords)).__name__)
    except TypeError as e:
        print(f.__name__, e)


for base in (list, tuple, set, frozenset, float, dict, map, filter, chain):
    class Sub(base):
        pass

    class Init(base):
        def __init__(self, *args, newarg=None):
            pass

    class New(base):
        def __new__(cls, *args, newarg=None):
            return base.__new__(cls, *args)

    print(base)
    attempt(base, sequence=())
    attempt(Sub, sequence=())
    attempt(Init, newarg=3)
    attempt(New, newarg=1)


class Rows(list):
    def __init__(self, rows, width=0):
        super().__init__(rows)
        self.width = width


print(Rows([1], width=3), Rows([1], width=3).width)

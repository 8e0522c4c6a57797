# Import statements: every form, where they bind, failure, __import__ and importlib-free tricks with sys.modules.
import sys
import os.path
import os.path as p
import math, string as st, collections.abc
from math import (pi, e as euler,
                  floor)
from os import path
from collections import OrderedDict as OD, namedtuple
print(os.path is p is path, os.__name__, p.__name__ in ("posixpath", "os.path"), round(pi + euler, 3), floor(2.5), st.digits, collections.abc.Iterable.__name__, OD.__name__)


def f():
    import json
    from math import sqrt as root, pi
    import os.path as q
    return sorted(locals()), root(16), json.dumps([1])


print(f(), "json" in globals())


class C:
    import math
    from string import ascii_lowercase as low
    tau = math.pi * 2
    def m(self): return self.math.floor(self.tau), C.low[:3]


print(C().m(), C.math is math)
try:
    import not_there
except ImportError as err:
    print(type(err).__name__, err, err.name, err.path)
try:
    from math import nothing
except ImportError as err:
    print(type(err).__name__, str(err).split(" (")[0], err.name)
try:
    import math.sub
except ImportError as err:
    print(type(err).__name__, err)
try:
    from not_there_either import x
except ModuleNotFoundError as err:
    print(err)
try:
    import fancy_accelerator as impl
except ImportError:
    impl = None
print(impl)


def star_like():
    g = {}
    for name in ("sin", "cos"): g[name] = getattr(math, name)
    return g["cos"](0)


print(star_like())
import math as one, math as two
print(one is two is math is sys.modules["math"])
del math
try:
    math
except NameError as err:
    print(err)
print(one.pi > 3, "math" in sys.modules)
import math
print(math is one)
if True:
    from os import sep as conditional
for mod in ("a", "b"):
    import string
print(conditional, string.ascii_uppercase[:3], mod)
try:
    from os import getcwd
finally:
    print(callable(getcwd))
m = type(sys)("made_up", "doc of it")
m.value = 42
sys.modules["made_up_module"] = m
print(m.__name__, m.__doc__, m.value, type(m).__name__)
m.__getattr__ = lambda name: f"module attr {name}"
print(m.anything)
try:
    type(sys)()
except TypeError as err:
    print(err)
try:
    sys.no_such_attr
except AttributeError as err:
    print(err)
sys.flag_of_mine = "set on module"
print(sys.flag_of_mine, hasattr(sys, "flag_of_mine"))
del sys.flag_of_mine
print(hasattr(sys, "flag_of_mine"), __name__, __spec__ is None or True, __builtins__ is not None, [n for n in dir(st) if n.startswith("cap")])
from math import *
print(sqrt(9), "__name__" in globals(), __name__)
from string import Template as T
print(T("$a and ${b} $$").substitute(a=1, b="two"))

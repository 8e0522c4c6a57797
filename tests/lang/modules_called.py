# A variable that is a function here and a module in C++ there, called and asked for attributes.
import itertools
import math


def one():
    return 1


for x in (one, math, math.sqrt, itertools, itertools.count):
    try:
        print(x())
    except TypeError as e:
        print(str(e).replace("math.sqrt()", "sqrt()"))
    print(getattr(x, "pi", None))
    try:
        print(x.floor(2.5))
    except AttributeError as e:
        print(str(e).replace("builtin_function_or_method", "function"))
y = one if len("ab") == 2 else math
print(y())

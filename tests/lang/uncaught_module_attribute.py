# test: stderr=full
# A module's attribute that is nearly there is suggested, also of modules in C++ and through another name.
import math
try:
    math.squrt
except AttributeError as e:
    print(e, e.name, e.obj is math)
m = math
def area(r):
    return m.p * r
try:
    area(2)
except AttributeError as e:
    print(e.name, e.obj.__name__)
m.flooor(2.5)

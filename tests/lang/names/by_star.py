# Functions whose names stand nowhere in the text: all of a module, and its globals.
from math import *

print(globals()["is" + "qrt".lower()](17), sqrt(16))

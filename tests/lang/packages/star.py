# Star imports: __all__, underscores, rebinding, order, and modules that fail half-way.
import sys
before = set(globals())
from lib.plain import *
print(sorted(set(globals()) - before - {"before"}))
from lib.listed import *
print(_shown, "hidden" in globals(), public)
public = "mine"
from lib import *
print(public, "plain" in globals(), "listed" in globals(), extra)
try:
    from lib.bad_all import *
except AttributeError as e:
    print(type(e).__name__, e)
try:
    from lib.broken import *
except ZeroDivisionError as e:
    print(e, "lib.broken" in sys.modules, "partial" in globals())
try:
    import lib.broken
except ZeroDivisionError as e:
    print("again", e)
print(sys.modules["lib.plain"].__dict__["value"], value)
value = "rebound here"
print(sys.modules["lib.plain"].value, get_value())
sys.modules["lib.plain"].value = "rebound there"
print(value, get_value())
try:
    raise lib_error("x")
except ValueError as e:
    print(type(e).__name__, type(e).__module__, e)
import lib.plain
print(lib.plain.value, lib.__name__)
from lib.conditional import pick
print(pick)
from lib.listed import __all__ as names
print(names)

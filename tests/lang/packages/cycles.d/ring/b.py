print("b starts")
SEEN = []
from . import a
SEEN.append(hasattr(a, "later"))
try:
    from .a import later as too_early
except ImportError as e:
    SEEN.append(type(e).__name__)


def use():
    return "b uses " + a.later


later = "b.later"
print("b ends")

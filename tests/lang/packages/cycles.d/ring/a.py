print("a starts")
SEEN = []
from . import b
import ring.b as same
SEEN.append(hasattr(b, "later"))


def use():
    return "a uses " + b.later + str(same is b)


later = "a.later"
print("a ends")

# Cyclic imports: partly initialised modules, attributes that come later, and names that never do.
import sys
import ring.a
from ring import c

print(ring.a.use(), ring.b.use(), c.both())
print(ring.a.b is ring.b, ring.b.a is ring.a, ring.a.SEEN, ring.b.SEEN)
try:
    import ring.strict_a
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
print("ring.strict_a" in sys.modules, "ring.strict_b" in sys.modules)
import selfish
print(selfish.me is selfish, selfish.value)
try:
    import early
except AttributeError as e:
    print(str(e).split(" (most")[0])
import main_again
print(main_again.name)

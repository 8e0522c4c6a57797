# A package with subpackages, relative imports of every depth, __init__ re-exports and module attributes.
import sys
import shop
import shop.orders.model as model
from shop import orders, PRICES, total as grand
from shop.orders import Order, model as model2
from shop.util import *
from shop.orders.deep import up_two, sibling

print(shop.__name__, shop.__package__, shop.__path__ is not None, shop.util.__name__, model.__name__, model.__package__)
print(orders is shop.orders, model is model2, Order is model.Order, PRICES, grand([Order("a", 2), Order("b", 1)]))
print(helper(3), "_private" in globals(), up_two, sibling)
print([m for m in sorted(sys.modules) if m.startswith("shop")])
print(shop.orders.deep.chain(), shop.orders.deep.where())
print(hasattr(shop, "lazy"), shop.lazy_value, shop.__doc__)
try:
    shop.absent
except AttributeError as e:
    print(e)
try:
    from shop import absent
except ImportError as e:
    print(e.name, str(e).split(" (")[0])
try:
    from shop.orders import nothing_here
except ImportError as e:
    print(type(e).__name__, e.name)
try:
    import shop.no_such
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    import no_such_top.sub
except ModuleNotFoundError as e:
    print(e, e.name)


def local_import():
    from shop.orders import model as m
    import shop.util as u
    return m.Order.__module__, u.COUNT


print(local_import(), "m" in globals())


class C:
    from shop.util import helper as h
    import shop.orders as o


print(C.h(4) if False else C.__dict__["h"](4), C.o.__name__)
shop.util.COUNT += 5
from shop.util import COUNT
print(COUNT, shop.util.bump(), COUNT, shop.util.COUNT)
import shop as renamed, shop.util as ru
print(renamed is shop, ru is shop.util)
del shop.orders.model
print(hasattr(shop.orders, "model"), sys.modules["shop.orders.model"] is model)
print(__name__, __package__, __doc__)
print(dir(model)[-3:], model.__dict__["LOG"] is model.LOG, vars(shop.util)["COUNT"])
print(repr(shop).split(" from ")[0], repr(sys.modules["math"]) if "math" in sys.modules else "-")

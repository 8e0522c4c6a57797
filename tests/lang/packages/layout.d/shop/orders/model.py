print("import", __name__)
from ..util import helper
from .. import util as _u
LOG = []


class Order:
    def __init__(self, item, n):
        self.item, self.n = item, n
        LOG.append(item)

    def price(self):
        from .. import PRICES
        return PRICES[self.item] * self.n


def total(orders):
    return helper(sum(o.price() for o in orders)), _u.COUNT, list(LOG)

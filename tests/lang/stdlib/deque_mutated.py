# A deque that changes while its items are compared: the error depends on the method.
from collections import deque


class Clears:
    def __eq__(self, other):
        d.clear()
        return False


for what in ("remove", "index", "count", "__contains__"):
    d = deque([Clears(), 1, 2])
    try:
        print(getattr(d, what)(7))
    except Exception as e:
        print(what, type(e).__name__, e)

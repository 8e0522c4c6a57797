"""A heap in a list: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2] for all k, so that heap[0] is the smallest item."""

from _heapq import (heapify, heappop, heappush, heappushpop, heapreplace, nlargest, nsmallest, _heapify_max,
                    _heappop_max, _heapreplace_max)

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def merge(*iterables, key=None, reverse=False):
    """The items of sorted inputs as one sorted iterator, which holds one item of each input at a time.

    Equal items come in the order of the inputs.
    """
    if reverse:
        arrange, drop, replace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        arrange, drop, replace, direction = heapify, heappop, heapreplace, 1

    heads = []    # [what is compared, the input's place, its next item, the input]
    for place, iterator in enumerate(map(iter, iterables)):
        for item in iterator:
            heads.append([item if key is None else key(item), place * direction, item, iterator])
            break
    arrange(heads)
    while len(heads) > 1:
        head = heads[0]
        yield head[2]
        for item in head[3]:
            head[0] = item if key is None else key(item)
            head[2] = item
            replace(heads, head)
            break
        else:
            drop(heads)
    if heads:
        yield heads[0][2]
        yield from heads[0][3]

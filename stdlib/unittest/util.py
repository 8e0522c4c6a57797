"""How values are shown in messages, and what differs between collections."""
from collections import Counter, namedtuple
from os.path import commonprefix

__unittest = True

_WIDTH = 80                              # a pair of representations this short is shown whole
_GAP = 12                                # a gap is only made where it is shorter than what it stands for
_BEGIN = _END = _COMMON = 5              # what stays around the gaps, at least
_DIFFERENCE = _WIDTH - (_BEGIN + _GAP + _COMMON + _GAP + _END)

Mismatch = namedtuple("Mismatch", "actual expected value")


def safe_repr(obj, short=False):
    try:
        shown = repr(obj)
    except Exception:
        shown = object.__repr__(obj)
    if short and len(shown) >= _WIDTH:
        return shown[:_WIDTH] + " [truncated]..."
    return shown


def strclass(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def three_way_cmp(x, y):
    return (x > y) - (x < y)


def _with_gap(text, head, tail):
    left_out = len(text) - head - tail
    if left_out <= _GAP:
        return text
    return f"{text[:head]}[{left_out} chars]{text[len(text) - tail:]}"


def shortened_reprs(*values):
    """The representations of values that differ, with gaps where they are long and alike."""
    shown = tuple([safe_repr(value) for value in values])
    longest = max(len(text) for text in shown)
    if longest <= _WIDTH:
        return shown
    prefix = commonprefix(shown)
    size = len(prefix)
    room = _WIDTH - (longest - size + _BEGIN + _GAP)
    if room > _COMMON:
        prefix = _with_gap(prefix, _BEGIN, room)
        return tuple([prefix + text[size:] for text in shown])
    prefix = _with_gap(prefix, _BEGIN, _COMMON)
    return tuple([prefix + _with_gap(text[size:], _DIFFERENCE, _END) for text in shown])


def sorted_list_difference(expected, actual):
    """What is only in the one and only in the other of two sorted lists; repeated items count once."""
    missing, unexpected = [], []
    i = j = 0
    while i < len(expected) and j < len(actual):
        wanted, found = expected[i], actual[j]
        if wanted < found:
            missing.append(wanted)
            i = _behind(expected, i, wanted)
        elif wanted > found:
            unexpected.append(found)
            j = _behind(actual, j, found)
        else:
            i = _behind(expected, i, wanted)
            j = _behind(actual, j, wanted)
    return missing + expected[i:], unexpected + actual[j:]


def _behind(items, i, value):
    i += 1
    while i < len(items) and items[i] == value:
        i += 1
    return i


def unorderable_list_difference(expected, actual):
    """The same for lists that cannot be sorted; both lists are used up."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


def counts_of_hashable(first, second):
    """(count in first, count in second, item) for each item whose counts differ."""
    ours, theirs = Counter(first), Counter(second)
    differing = [Mismatch(count, theirs.get(item, 0), item) for item, count in ours.items() if count != theirs.get(item, 0)]
    return differing + [Mismatch(0, count, item) for item, count in theirs.items() if item not in ours]


def counts_of_any(first, second):
    """The same where items need only be comparable for equality."""
    differing, theirs, seen = [], list(second), []
    for item in first:
        if any(item == other for other in seen):
            continue
        seen.append(item)
        ours = sum(1 for other in first if other == item)
        same = sum(1 for other in theirs if other == item)
        theirs = [other for other in theirs if not other == item]
        if ours != same:
            differing.append(Mismatch(ours, same, item))
    while theirs:
        item = theirs[0]
        differing.append(Mismatch(0, sum(1 for other in theirs if other == item), item))
        theirs = [other for other in theirs if not other == item]
    return differing

"""Shallow and deep copies of arbitrary objects."""

from _weakref import ref as _ref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error

# Values that never change are their own copies.
_ATOMIC = {type(None), int, float, bool, complex, bytes, str, type, range, _ref, type(Ellipsis), type(NotImplemented), property,
           type(len), type(lambda: 0), type((lambda: 0).__code__)}
_SHALLOW_ATOMIC = _ATOMIC | {tuple, frozenset, slice}


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _SHALLOW_ATOMIC or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray):
        return cls.copy(x)
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduced(x, cls)
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    """A copy of x and of everything it refers to; memo maps ids of originals to their copies."""
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    cls = type(x)
    if cls in _ATOMIC or issubclass(cls, type):
        y = x
    elif cls in _DEEP:
        y = _DEEP[cls](x, memo)
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        else:
            reduced = _reduced(x, cls)
            y = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)
    if y is not x:
        memo[key] = y
        # What the memo speaks about must not die and leave its id to another object.
        memo.setdefault(id(memo), []).append(x)
    return y


def _reduced(x, cls):
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor:
        return reductor()
    raise Error(f"un(shallow)copyable object of type {cls}")


def _deep_list(x, memo):
    y = []
    memo[id(x)] = y
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deep_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    # The copies of the items may have needed, and so made, a copy of this tuple.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _deep_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


class _Methods:
    def method(self):
        pass


_DEEP = {list: _deep_list, tuple: _deep_tuple, dict: _deep_dict, type(_Methods().method): _deep_method}


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    deep = memo is not None
    if deep and args:
        args = (deepcopy(arg, memo) for arg in args)
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y

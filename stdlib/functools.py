"""Tools for functions: what reduce, partial, cmp_to_key and the cache of lru_cache (native) leave to be done in Python."""

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from _functools import has_usual_dict as _has_usual_dict, own_value as _own_value, set_own_value as _set_own_value
from abc import get_cache_token
from collections import namedtuple
from _thread import RLock

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache",
           "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"]

GenericAlias = type(list[int])
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper look like the function it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            pass
        else:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---- total_ordering ----

# For each operator that may be given: how the others follow from it. Each rule is (negate the answer, what equality
# then adds): None: nothing; "or": or equal; "and": and not equal.
_ORDER_RULES = {
    "__lt__": {"__gt__": (True, "and"), "__le__": (False, "or"), "__ge__": (True, None)},
    "__le__": {"__ge__": (True, "or"), "__lt__": (False, "and"), "__gt__": (True, None)},
    "__gt__": {"__lt__": (True, "and"), "__ge__": (False, "or"), "__le__": (True, None)},
    "__ge__": {"__le__": (True, "or"), "__gt__": (False, "and"), "__lt__": (True, None)},
}


def _derived_operator(name, root, negate, equality):
    def method(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if negate:
            answer = not answer
        if equality == "or":
            return answer or self == other
        if equality == "and":
            return answer and self != other
        return answer
    method.__name__ = name
    return method


def total_ordering(cls):
    """Class decorator that adds the ordering methods a class lacks."""
    roots = [op for op in _ORDER_RULES if getattr(cls, op, None) is not getattr(object, op, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = next(op for op in ("__lt__", "__le__", "__gt__", "__ge__") if op in roots)
    for name, (negate, equality) in _ORDER_RULES[root].items():
        if name not in roots:
            setattr(cls, name, _derived_operator(name, root, negate, equality))
    return cls


# ---- lru_cache ----

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def lru_cache(maxsize=128, typed=False):
    """Decorator that keeps the results of the most recent calls."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)
    return decorating_function


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    """lru_cache without a limit."""
    return lru_cache(maxsize=None)(user_function)


# ---- partialmethod ----

class partialmethod:
    """A method with some arguments given in advance."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = type(self)
        args = ", ".join(map(repr, self.args))
        keywords = ", ".join(f"{k}={v!r}" for k, v in self.keywords.items())
        return f"{cls.__module__}.{cls.__qualname__}({self.func}, {args}, {keywords})"

    def _unbound(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        getter = getattr(self.func, "__get__", None)
        if getter is not None:
            bound = getter(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._unbound().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


# ---- singledispatch ----

def _merged(sequences):
    """Sequences of classes as one, in an order none of them contradicts (C3)."""
    result = []
    while sequences := [s for s in sequences if s]:
        for sequence in sequences:
            head = sequence[0]
            if not any(head in s[1:] for s in sequences):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(head)
        sequences = [s[1:] if s[0] is head else s for s in sequences]
    return result


def _extended_mro(cls, abstract):
    """The MRO cls would have were the abstract classes it counts as a subclass of among its bases: each as high up as it
    applies, behind the bases that are abstract themselves and before the others."""
    bases = cls.__bases__
    split = max((i for i, b in enumerate(bases, 1) if hasattr(b, "__abstractmethods__")), default=0)
    new = [a for a in abstract if issubclass(cls, a) and not any(issubclass(b, a) for b in bases)]
    rest = [a for a in abstract if a not in new]
    groups = [list(bases[:split]), new, list(bases[split:])]
    return _merged([[cls]] + [_extended_mro(b, rest) for group in groups for b in group] + groups)


def _abstract_bases(cls, registry):
    """The classes of the registry that cls counts as a subclass of without deriving from them, and for each those of
    its subclasses of which the same is true."""
    own = set(cls.__mro__)
    related = [c for c in registry if c not in own and issubclass(cls, c)]
    related = [c for c in related if not any(c is not other and c in other.__mro__ for other in related)]
    wanted = set(related)
    abstract = []
    for c in related:
        nearer = [[s for s in sub.__mro__ if s in wanted] for sub in c.__subclasses__() if sub not in own and issubclass(cls, sub)]
        nearer.sort(key=len, reverse=True)
        for found in [s for found in nearer for s in found] if nearer else [c]:
            if found not in abstract:
                abstract.append(found)
    return abstract


def _find_implementation(cls, registry):
    own = cls.__mro__
    match = None
    for c in _extended_mro(cls, _abstract_bases(cls, registry)):
        if c not in registry:
            if match is None:
                continue
        elif match is None:
            match = c
            continue
        # Two abstract classes side by side, neither a subclass of the other: no reason to prefer one.
        if c in registry and c not in own and match not in own and not issubclass(match, c):
            raise RuntimeError(f"Ambiguous dispatch: {match} or {c}")
        break
    return registry.get(match)


def _union_members(cls):
    """The classes of X | Y or typing.Union[X, Y]; None when cls is no union."""
    if type(cls) is type(int | str):
        return cls.__args__
    origin = getattr(cls, "__origin__", None)
    if origin is not None and getattr(origin, "_name", None) == "Union":
        return cls.__args__
    return None


def singledispatch(func):
    """Turns a function into a generic one, which is implemented by the class of its first argument."""
    registry = {}
    found = {}
    token = None

    def dispatch(cls):
        nonlocal token
        current = get_cache_token()
        if token != current:
            found.clear()
            token = current
        implementation = found.get(cls)
        if implementation is None:
            implementation = registry.get(cls) or _find_implementation(cls, registry)
            found[cls] = implementation
        return implementation

    def is_valid(cls):
        if isinstance(cls, type):
            return True
        members = _union_members(cls)
        return members is not None and all(isinstance(c, type) for c in members)

    def register(cls, func=None):
        if is_valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. "
                                "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            func = cls
            argument, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                import builtins
                from _typing_text import evaluate
                inner = func
                while hasattr(inner, "__wrapped__"):
                    inner = inner.__wrapped__
            while isinstance(cls, str):  # text in text, too
                cls = evaluate(cls, (getattr(inner, "__globals__", {}), vars(builtins)))
            if cls is None:              # as in type hints
                cls = type(None)
            if not is_valid(cls):
                if _union_members(cls) is not None:
                    raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} is not a class.")
        members = _union_members(cls)
        for c in (cls,) if members is None else members:
            registry[c] = func
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """singledispatch for methods, by the class of the first argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


# ---- cached_property ----

_MISSING = object()


class cached_property:
    """A property computed once, then kept in the instance's __dict__."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = RLock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        name = self.attrname
        if _has_usual_dict(instance) and type(name) is str:
            value = _own_value(instance, name, _MISSING)
            if value is _MISSING:
                with self.lock:
                    value = _own_value(instance, name, _MISSING)
                    if value is _MISSING:
                        value = self.func(instance)
                        _set_own_value(instance, name, value)
            return value
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f"{self.attrname!r} property.") from None
        value = values.get(self.attrname, _MISSING)
        if value is _MISSING:
            with self.lock:
                value = values.get(self.attrname, _MISSING)
                if value is _MISSING:
                    value = self.func(instance)
                    try:
                        values[self.attrname] = value
                    except TypeError:
                        raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item "
                                        f"assignment for caching {self.attrname!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)

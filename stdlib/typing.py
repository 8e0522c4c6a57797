"""Type hints at run time (PEP 484 and later). The behaviour is that of CPython 3.11's typing module: objects that can be
subscripted, combined with | and printed, and that ask no questions about the values they describe.
"""
import builtins
import collections
import collections.abc
import contextlib
import functools
import sys
import types
from _typing_forms import (
    Annotated, Any, ClassVar, Concatenate, Final, ForwardRef, Generic, Literal, LiteralString, Never, NoReturn, NotRequired, Optional,
    ParamSpec, ParamSpecArgs, ParamSpecKwargs, Required, Self, TypeAlias, TypeGuard, TypeVar, TypeVarTuple, Union, Unpack,
    _Alias, _CallableForm, _Collection, _ReCollection)
from _typing_io import AnyStr, BinaryIO, IO, TextIO
from _typing_protocol import Protocol, runtime_checkable
from _typing_records import NamedTuple, NewType, TypedDict, is_typeddict
from _typing_text import evaluate
from abc import abstractmethod

__all__ = ["Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional",
           "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString",
           "Container", "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping",
           "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable",
           "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator",
           "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt",
           "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet",
           "NamedTuple", "TypedDict", "Generator", "AnyStr", "assert_type", "assert_never", "cast", "clear_overloads",
           "dataclass_transform", "final", "get_args", "get_origin", "get_overloads", "get_type_hints", "is_typeddict",
           "LiteralString", "Never", "NewType", "no_type_check", "no_type_check_decorator", "NoReturn", "NotRequired", "overload", "ParamSpecArgs",
           "ParamSpecKwargs", "Required", "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias",
           "TypeGuard", "Unpack", "Match", "Pattern", "IO", "BinaryIO", "TextIO"]

TYPE_CHECKING = False
Text = str

T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)

Callable = _CallableForm(collections.abc.Callable, 2, "Callable")
Tuple = _Collection(tuple, None, "Tuple")
List = _Collection(list, 1, "List")
Dict = _Collection(dict, 2, "Dict")
Set = _Collection(set, 1, "Set")
FrozenSet = _Collection(frozenset, 1, "FrozenSet")
Type = _Collection(type, 1, "Type")
Deque = _Collection(collections.deque, 1, "Deque")
DefaultDict = _Collection(collections.defaultdict, 2, "DefaultDict")
OrderedDict = _Collection(collections.OrderedDict, 2, "OrderedDict")
Counter = _Collection(collections.Counter, 1, "Counter")
ChainMap = _Collection(collections.ChainMap, 2, "ChainMap")
Hashable = _Collection(collections.abc.Hashable, 0, "Hashable")
Sized = _Collection(collections.abc.Sized, 0, "Sized")
Awaitable = _Collection(collections.abc.Awaitable, 1, "Awaitable")
Coroutine = _Collection(collections.abc.Coroutine, 3, "Coroutine")
AsyncIterable = _Collection(collections.abc.AsyncIterable, 1, "AsyncIterable")
AsyncIterator = _Collection(collections.abc.AsyncIterator, 1, "AsyncIterator")
AsyncGenerator = _Collection(collections.abc.AsyncGenerator, 2, "AsyncGenerator")
Iterable = _Collection(collections.abc.Iterable, 1, "Iterable")
Iterator = _Collection(collections.abc.Iterator, 1, "Iterator")
Reversible = _Collection(collections.abc.Reversible, 1, "Reversible")
Container = _Collection(collections.abc.Container, 1, "Container")
Collection = _Collection(collections.abc.Collection, 1, "Collection")
AbstractSet = _Collection(collections.abc.Set, 1, "AbstractSet")
MutableSet = _Collection(collections.abc.MutableSet, 1, "MutableSet")
Mapping = _Collection(collections.abc.Mapping, 2, "Mapping")
MutableMapping = _Collection(collections.abc.MutableMapping, 2, "MutableMapping")
Sequence = _Collection(collections.abc.Sequence, 1, "Sequence")
MutableSequence = _Collection(collections.abc.MutableSequence, 1, "MutableSequence")
ByteString = _Collection(collections.abc.ByteString, 0, "ByteString")
MappingView = _Collection(collections.abc.MappingView, 1, "MappingView")
KeysView = _Collection(collections.abc.KeysView, 1, "KeysView")
ItemsView = _Collection(collections.abc.ItemsView, 2, "ItemsView")
ValuesView = _Collection(collections.abc.ValuesView, 1, "ValuesView")
Generator = _Collection(collections.abc.Generator, 3, "Generator")
Pattern = _ReCollection("Pattern")
Match = _ReCollection("Match")
ContextManager = _Collection(contextlib.AbstractContextManager, 1, "ContextManager")


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits=0):
        pass


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    text = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {text[:100] + '...' if len(text) > 100 else text}")


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def overload(func):
    actual = getattr(func, "__func__", func)
    _overloads.setdefault((actual.__module__, actual.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    actual = getattr(func, "__func__", func)
    return list(_overloads.get((actual.__module__, actual.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    @functools.wraps(decorator)
    def wrapped(*args, **kwargs):
        return no_type_check(decorator(*args, **kwargs))
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator


def get_origin(tp):
    if isinstance(tp, _Alias):
        return Annotated if tp._name == "Annotated" else tp.__origin__
    if isinstance(tp, (_Collection, types.GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    if isinstance(tp, _Alias):
        if tp._name == "Annotated":
            return (tp.__origin__,) + tp.__metadata__
        if tp._name == "Callable" and not (len(tp.__args__) == 2 and (tp.__args__[0] is ...
                                                                     or isinstance(tp.__args__[0], ParamSpec))):
            return list(tp.__args__[:-1]), tp.__args__[-1]
        return tp.__args__
    if isinstance(tp, (types.GenericAlias, types.UnionType)):
        return tp.__args__
    return ()


_may_lack_hints = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType, types.WrapperDescriptorType,
                   types.MethodWrapperType, types.MethodDescriptorType)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of obj; names given as strings are looked up, other text cannot be evaluated at run time."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            space = globalns if globalns is not None else getattr(sys.modules.get(base.__module__), "__dict__", {})
            for name, hint in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolve(hint, space, localns, include_extras)
        return hints
    space = globalns
    if space is None:
        inner = obj
        while hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        space = getattr(inner, "__globals__", None) or getattr(inner, "__dict__", {})
    hints = getattr(obj, "__annotations__", None)
    if hints is None and isinstance(obj, _may_lack_hints):
        return {}
    if hints is None:
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    return {name: _resolve(hint, space, localns, include_extras) for name, hint in hints.items()}


def _resolve(hint, space, localns, include_extras):
    if hint is None:
        return type(None)
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        found = evaluate(hint, (localns or {}, space, builtins.__dict__))
        return _resolve(found, space, localns, include_extras)
    if isinstance(hint, _Alias):
        if hint._name == "Annotated" and not include_extras:
            return _resolve(hint.__origin__, space, localns, include_extras)
        args = tuple(_resolve(a, space, localns, include_extras) if isinstance(a, (ForwardRef, _Alias)) else a
                     for a in hint.__args__)
        if args != hint.__args__ and hint._name not in ("Literal", "Annotated"):
            return hint._rebuild(args)
    return hint

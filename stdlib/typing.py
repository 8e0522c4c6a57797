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
from _typing_text import evaluate
from abc import ABCMeta, abstractmethod

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
           "TypeGuard", "Unpack", "IO", "BinaryIO", "TextIO"]

TYPE_CHECKING = False
Text = str


def _show(obj):
    """How a type is written inside another's repr."""
    if isinstance(obj, types.GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, list):
        return "[" + ", ".join(_show(o) for o in obj) + "]"
    return repr(obj)


def _check(arg, message):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if isinstance(arg, _Form) and arg._name in ("ClassVar", "Final", "Optional", "Union", "Literal", "Annotated"):
        if arg._name in ("ClassVar", "Final"):
            raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _variables(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            own = (arg,)
        elif isinstance(arg, (list, tuple)):
            own = _variables(arg)
        elif isinstance(arg, type) and not isinstance(arg, types.GenericAlias):
            own = ()
        else:
            own = getattr(arg, "__parameters__", ())
        for variable in own if isinstance(own, tuple) else ():
            if variable not in found:
                found.append(variable)
    return tuple(found)


def _substitute(arg, table):
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return table.get(arg, arg)
    if isinstance(arg, list):
        return [_substitute(a, table) for a in arg]
    own = getattr(arg, "__parameters__", ())
    if own and not isinstance(arg, type):
        return arg[tuple(table.get(v, v) for v in own)]
    return arg


class _Typing:
    """Base of what stands for a type without being a class."""

    __slots__ = ("__weakref__",)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")


class _Form(_Typing):
    """A special form: Union, Optional, ClassVar and so on."""

    __slots__ = ("_name", "_getitem")

    def __init__(self, name, getitem=None):
        self._name = name
        self._getitem = getitem

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Compatible with every type; may be a base class."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwargs)


class _Variable(_Typing):
    __slots__ = ("__name__", "__bound__", "__covariant__", "__contravariant__")

    def _set(self, name, bound, covariant, contravariant):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__name__ = name
        self.__bound__ = None if bound is None else _check(bound, "Bound must be a type.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class TypeVar(_Variable):
    """A type variable."""

    __slots__ = ("__constraints__",)

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self._set(name, bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        message = "TypeVar(name, constraint, ...): constraints must be types."
        self.__constraints__ = tuple(_check(c, message) for c in constraints)


class ParamSpecArgs(_Typing):
    __slots__ = ("__origin__",)

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs(_Typing):
    __slots__ = ("__origin__",)

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class ParamSpec(_Variable):
    """A variable for the parameters of a callable."""

    __slots__ = ()

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._set(name, bound, covariant, contravariant)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Typing):
    """A variable for any number of types."""

    __slots__ = ("__name__",)

    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class ForwardRef(_Typing):
    """A type given by its name."""

    __slots__ = ("__forward_arg__",)

    def __init__(self, arg):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class _Alias(_Typing):
    """A subscripted type: List[int], Optional[str], Box[T] of a Generic class."""

    def __init__(self, origin, args, name=None, shown=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name                           # without "typing."; None for classes of the program
        self._shown = args if shown is None else shown
        self.__parameters__ = _variables(args)
        if name is None:
            self.__module__ = origin.__module__

    def _rebuild(self, args):
        if self.__origin__ is Union:
            return Union[args]
        if self._name == "Callable":
            return Callable[list(args[:-1]), args[-1]]
        return _Alias(self.__origin__, args, self._name)

    def __getitem__(self, given):
        given = given if isinstance(given, tuple) else (given,)
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        given = tuple(g if isinstance(g, list) or g is ... else _check(g, "Parameters to generic types must be types.")
                      for g in given)
        _expect(self, given, len(self.__parameters__))
        table = dict(zip(self.__parameters__, given))
        return self._rebuild(tuple(_substitute(a, table) for a in self.__args__))

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot instantiate {self.__origin__!r}")
        if self._name is not None and self.__origin__.__module__ in ("builtins", "collections"):
            if self._name not in ("OrderedDict", "Counter", "ChainMap", "Deque", "DefaultDict"):
                raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name is None:
            if self.__origin__ is Generic and any(isinstance(b, _Alias) and b is not self and b._name is None
                                                  and b.__origin__ is not Generic for b in bases):
                return ()
            return (self.__origin__,)
        extra = [self.__origin__] if self.__origin__ not in bases else []
        rest = bases[[b is self for b in bases].index(True) + 1:]
        if not any(isinstance(b, _Alias) or (isinstance(b, type) and issubclass(b, Generic)) for b in rest):
            extra.append(Generic)
        return tuple(extra)

    def __getattr__(self, name):
        if "__origin__" in self.__dict__ and not (name.startswith("__") and name.endswith("__")):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, a) for a in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            if self.__origin__ is Union and isinstance(other, types.UnionType):
                return set(self.__args__) == set(other.__args__)
            return NotImplemented
        if self.__origin__ is Union and other.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__ and self._shown == other._shown

    def __hash__(self):
        if self.__origin__ is Union:
            return hash(frozenset(self.__args__))
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        if self._name is None:
            name = self.__origin__.__qualname__ if self.__origin__.__module__ == "builtins" else \
                f"{self.__origin__.__module__}.{self.__origin__.__qualname__}"
        else:
            name = "typing." + self._name
        if self._name == "Callable":
            *parameters, result = self.__args__
            if len(parameters) == 1 and (parameters[0] is ... or isinstance(parameters[0], ParamSpec)):
                return f"typing.Callable[{_show(parameters[0])}, {_show(result)}]"
            return f"typing.Callable[[{', '.join(map(_show, parameters))}], {_show(result)}]"
        if self._name == "Optional":
            rest = [a for a in self.__args__ if a is not type(None)]
            return f"typing.Optional[{_show(rest[0])}]"
        if self._name == "Literal":
            return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"
        if self._name == "Annotated":
            return f"typing.Annotated[{_show(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"
        if self._name == "Unpack":
            return "*" + repr(self.__args__[0])
        return f"{name}[{', '.join(map(_show, self._shown)) or '()'}]"


def _expect(what, given, wanted):
    if len(given) != wanted:
        raise TypeError(f"Too {'many' if len(given) > wanted else 'few'} arguments for {what}; "
                        f"actual {len(given)}, expected {wanted}")


class _Collection(_Typing):
    """List, Dict and the like before they are subscripted."""

    def __init__(self, origin, count, name):
        self.__origin__ = origin
        self._count = count                         # None: any number, as Tuple
        self._name = name

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, given):
        given = given if isinstance(given, tuple) else (given,)
        message = "Parameters to generic types must be types."
        if self._name == "Tuple":
            given = tuple(g if g is ... else _check(g, "Tuple[t0, t1, ...]: each t must be a type.") for g in given)
            return _Alias(tuple, given, "Tuple")
        given = tuple(_check(g, message) for g in given)
        _expect(self, given, self._count)
        return _Alias(self.__origin__, given, self._name)

    def __call__(self, *args, **kwargs):
        if self._name in ("OrderedDict", "Counter", "ChainMap", "Deque", "DefaultDict"):
            return self.__origin__(*args, **kwargs)
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        return (self.__origin__, Generic) if Generic not in bases else (self.__origin__,)

    def __getattr__(self, name):
        if "__origin__" in self.__dict__ and not (name.startswith("__") and name.endswith("__")):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


class _CallableForm(_Collection):
    def __getitem__(self, given):
        if not isinstance(given, tuple) or len(given) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = given
        result = _check(result, "Callable[args, result]: result must be a type.")
        if isinstance(parameters, list):
            message = "Callable[[arg, ...], result]: each arg must be a type."
            parameters = tuple(_check(p, message) for p in parameters)
        elif parameters is ... or isinstance(parameters, (ParamSpec, _Alias)):
            parameters = (parameters,)
        else:
            parameters = (_check(parameters, "Callable[args, result]: args must be a list."),)
        return _Alias(self.__origin__, parameters + (result,), "Callable")


def _union(self, given):
    if given == ():
        raise TypeError("Cannot take a Union of no types.")
    given = given if isinstance(given, tuple) else (given,)
    flat = []
    for g in given:
        g = _check(g, f"{self}[arg, ...]: each arg must be a type.")
        parts = g.__args__ if isinstance(g, types.UnionType) or (isinstance(g, _Alias) and g.__origin__ is Union) else (g,)
        for part in parts:
            if part not in flat:
                flat.append(part)
    if len(flat) == 1:
        return flat[0]
    return _Alias(Union, tuple(flat), "Optional" if len(flat) == 2 and type(None) in flat else "Union")


def _optional(self, given):
    return Union[_check(given, f"{self} requires a single type."), type(None)]


def _literal(self, given):
    given = given if isinstance(given, tuple) else (given,)
    values, seen = [], []
    for g in given:
        for value in g.__args__ if isinstance(g, _Alias) and g._name == "Literal" else (g,):
            if (type(value), value) not in seen:
                seen.append((type(value), value))
                values.append(value)
    return _Alias(self, tuple(values), "Literal")


def _annotated(self, given):
    if not isinstance(given, tuple) or len(given) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    inner, metadata = _check(given[0], "Annotated[t, ...]: t must be a type."), given[1:]
    if isinstance(inner, _Alias) and inner._name == "Annotated":
        inner, metadata = inner.__origin__, inner.__metadata__ + metadata
    alias = _Alias(inner, (inner,), "Annotated")
    alias.__metadata__ = metadata
    return alias


def _single(self, given):
    return _Alias(self, (_check(given, f"{self} accepts only single type."),), self._name)


def _several(self, given):
    given = given if isinstance(given, tuple) else (given,)
    return _Alias(self, given, self._name)


Union = _Form("Union", _union)
Optional = _Form("Optional", _optional)
Literal = _Form("Literal", _literal)
Annotated = _Form("Annotated", _annotated)
ClassVar = _Form("ClassVar", _single)
Final = _Form("Final", _single)
Required = _Form("Required", _single)
NotRequired = _Form("NotRequired", _single)
TypeGuard = _Form("TypeGuard", _single)
Unpack = _Form("Unpack", _single)
Concatenate = _Form("Concatenate", _several)
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
LiteralString = _Form("LiteralString")
TypeAlias = _Form("TypeAlias")


class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, given):
        given = given if isinstance(given, tuple) else (given,)
        if cls is Generic or cls is Protocol:
            if not given:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            for g in given:
                if not isinstance(g, (TypeVar, ParamSpec, TypeVarTuple)) and not (isinstance(g, _Alias) and g._name == "Unpack"):
                    raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(given)) != len(given):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _Alias(cls, given)
        given = tuple(g if isinstance(g, list) or g is ... else _check(g, "Parameters to generic types must be types.")
                      for g in given)
        parameters = getattr(cls, "__parameters__", ())
        if not parameters:
            raise TypeError(f"{cls} is not a generic class")
        if not any(isinstance(p, TypeVarTuple) for p in parameters):
            if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and not isinstance(given[0], list):
                given = (list(given),)
            _expect(cls, given, len(parameters))
        return _Alias(cls, given)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is not None:
            if Generic in bases:
                raise TypeError("Cannot inherit from plain Generic")
            declared = next((b for b in bases if isinstance(b, _Alias) and b.__origin__ in (Generic, Protocol)), None)
            found = _variables(bases)
            if declared is not None:
                missing = [v for v in found if v not in declared.__parameters__]
                if missing:
                    raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in "
                                    f"{declared.__origin__.__name__}[{', '.join(map(str, declared.__parameters__))}]")
                found = declared.__parameters__
            cls.__parameters__ = tuple(found)
        else:
            if Generic in cls.__bases__ and cls.__name__ != "Protocol":
                raise TypeError("Cannot inherit from plain Generic")
            cls.__parameters__ = ()


_protocol_own = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
                 "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__parameters__", "__orig_bases__",
                 "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__qualname__", "__match_args__", "__hash__",
                 "__init_subclass__", "__classcell__"}


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base in (Protocol, Generic):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", {})]:
            if not name.startswith("_abc_") and name not in _protocol_own:
                names.add(name)
    return names


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol", False):
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if super().__instancecheck__(instance):
                return True
            return all(hasattr(instance, name) and
                       (not callable(getattr(cls, name, None)) or getattr(instance, name) is not None)
                       for name in _protocol_members(cls))
        return super().__instancecheck__(instance)


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    if not getattr(cls, "_is_runtime_protocol", False):
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    if not all(callable(getattr(cls, name, None)) for name in _protocol_members(cls)):
        return NotImplemented
    for name in _protocol_members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def _no_protocol_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of protocol classes (PEP 544)."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if cls._is_protocol and cls.__init__ is object.__init__:
            cls.__init__ = _no_protocol_init
        elif not cls._is_protocol and cls.__init__ is _no_protocol_init:
            cls.__init__ = next((b.__dict__["__init__"] for b in cls.__mro__
                                 if b.__dict__.get("__init__", _no_protocol_init) is not _no_protocol_init),
                                object.__init__)


def runtime_checkable(cls):
    if not issubclass(cls, Generic) or not cls._is_protocol:
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)

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


class NewType:
    """A name for a type that checkers take as another one; calling it returns the argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = sys._getframe(1).f_globals.get("__name__")
        if module != "typing":
            self.__module__ = module

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


_named_tuple_special = {"__module__", "__name__", "__annotations__", "__qualname__", "__orig_bases__"}
_named_tuple_forbidden = {"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make",
                          "_replace", "_asdict", "_source"}


def _make_named_tuple(name, annotations, module, defaults=()):
    annotations = {n: _check(t, f"field {n} annotation must be a type") for n, t in annotations.items()}
    made = collections.namedtuple(name, list(annotations), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = annotations
    return made


class _NamedTupleMeta(type):
    def __new__(cls, name, bases, content):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        annotations = content.get("__annotations__", {})
        defaults = []
        for field in annotations:
            if field in content:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_named_tuple(name, annotations, content["__module__"], [content[d] for d in defaults])
        if Generic in bases:
            made = type(name, (made, Generic), {"__slots__": (), "__module__": content["__module__"],
                                                **({"__orig_bases__": content["__orig_bases__"]}
                                                   if "__orig_bases__" in content else {})})
        for key, value in content.items():
            if key in _named_tuple_forbidden:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _named_tuple_special and key not in made._fields:
                setattr(made, key, value)
        if "__qualname__" in content:
            made.__qualname__ = content["__qualname__"]
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A namedtuple with types; also a base class whose body gives the fields."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    return _make_named_tuple(typename, dict(fields), sys._getframe(1).f_globals.get("__name__"))


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, content, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        own = {n: _check(t, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
               for n, t in content.get("__annotations__", {}).items()}
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", frozenset())
            optional |= base.__dict__.get("__optional_keys__", frozenset())
        annotations.update(own)
        for key, annotation in own.items():
            form = annotation._name if isinstance(annotation, _Alias) else None
            (required if form == "Required" or (total and form != "NotRequired") else optional).add(key)
        made = type.__new__(_TypedDictMeta, name, (dict,), content)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __init__(cls, name, bases, content, total=True):
        pass

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict with known keys; also a base class whose body gives them."""
    content = {"__annotations__": dict(kwargs if fields is None else fields),
               "__module__": sys._getframe(1).f_globals.get("__name__")}
    return _TypedDictMeta(typename, (), content, total=total)


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


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


from _typing_io import BinaryIO, IO, TextIO

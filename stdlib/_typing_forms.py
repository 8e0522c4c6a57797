"""The objects behind module typing: special forms, type variables, subscripted types and Generic."""
import collections.abc
import sys
import types
from _types import substitute_parameters, type_parameters

__name__ = "typing"


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


def _is_root(cls):
    """Generic and Protocol, whose subscripts name type variables."""
    return isinstance(cls, type) and cls.__dict__.get("_is_root", False)


def _check(arg, message):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if _is_root(arg):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if isinstance(arg, _Form) and arg._name in ("ClassVar", "Final", "Optional", "Union", "Literal", "Annotated"):
        if arg._name in ("ClassVar", "Final"):
            raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _is_parameter_expression(arg):
    """What may stand for all parameters of a callable at once."""
    return arg is ... or isinstance(arg, (list, tuple, ParamSpec)) or (isinstance(arg, _Alias) and arg._name == "Concatenate")


class _Operand:
    """What | makes a Union of."""

    __slots__ = ("__weakref__",)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Typing(_Operand):
    """Base of what stands for a type without being a class."""

    __slots__ = ()

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


class _Named(_Operand):
    """A variable, which belongs to the module that makes it."""

    __slots__ = ("__name__", "__dict__")

    def _set_name(self, name):
        self.__name__ = name
        module = sys._getframe(2).f_globals.get("__name__", "__main__")
        self.__module__ = None if module == "typing" else module

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class _Variable(_Named):
    __slots__ = ("__bound__", "__covariant__", "__contravariant__")

    def _set_variance(self, bound, covariant, contravariant):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__bound__ = None if bound is None else _check(bound, "Bound must be a type.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class TypeVar(_Variable):
    """A type variable."""

    __slots__ = ("__constraints__",)

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self._set_name(name)
        self._set_variance(bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        message = "TypeVar(name, constraint, ...): constraints must be types."
        self.__constraints__ = tuple(_check(c, message) for c in constraints)

    def __typing_subst__(self, arg):
        arg = _check(arg, "Parameters to generic types must be types.")
        if getattr(arg, "__unpacked__", False) is True or (isinstance(arg, _Alias) and arg._name == "Unpack"):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


class ParamSpecArgs(_Operand):
    __slots__ = ("__origin__",)

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs(_Operand):
    __slots__ = ("__origin__",)

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class ParamSpec(_Variable):
    """A variable for the parameters of a callable."""

    __slots__ = ()

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._set_name(name)
        self._set_variance(bound, covariant, contravariant)

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        position = parameters.index(self)
        if position >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(parameters) == 1 and not _is_parameter_expression(args[0]):
            return (args,)               # Z[int, str] for Z[[int, str]]
        if isinstance(args[position], list):
            return *args[:position], tuple(args[position]), *args[position + 1:]
        return args

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_check(a, "Expected a type.") for a in arg)
        if not _is_parameter_expression(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Named):
    """A variable for any number of types."""

    __slots__ = ()

    def __init__(self, name):
        self._set_name(name)

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        """Collects in a tuple the arguments between those of the variables before and after."""
        parameters = alias.__parameters__
        before = parameters.index(self)
        if any(isinstance(p, TypeVarTuple) for p in parameters[before + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        after = len(parameters) - before - 1
        repeated = [i for i, arg in enumerate(args) if _repeats(arg)]
        if len(repeated) > 1:
            raise TypeError("More than one unpacked arbitrary-length tuple argument")
        if not repeated:
            if before + after > len(args):
                raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {len(parameters) - 1}")
            end = len(args) - after
            return *args[:before], tuple(args[before:end]), *args[end:]
        # *tuple[X, ...] gives an X to every variable beside this one that no argument is left for.
        position = repeated[0]
        filling = args[position].__typing_unpacked_tuple_args__[0]
        left, right = min(before, position), min(after, len(args) - position - 1)
        end = len(args) - right
        return *args[:left], *[filling] * (before - left), tuple(args[left:end]), *[filling] * (after - right), *args[end:]

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


def _repeats(arg):
    """Is it *tuple[X, ...]?"""
    parts = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
    return bool(parts) and len(parts) == 2 and parts[1] is ...


class ForwardRef(_Operand):
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
        self.__parameters__ = type_parameters(args)
        if name is None:
            self.__module__ = origin.__module__

    def _rebuild(self, args):
        if self.__origin__ is Union:
            return Union[args]
        if self._name == "Callable":
            first, *rest = args
            if isinstance(first, tuple):             # a ParamSpec was replaced by a list
                args = first + tuple(rest)
        if self._name == "Concatenate":
            *first, last = args
            if isinstance(last, tuple):
                return (*first, *last)
            if isinstance(last, _Alias):
                args = (*first, *last.__args__)
        return _Alias(self.__origin__, args, self._name)

    def __getitem__(self, given):
        if _is_root(self.__origin__):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if self._name == "Unpack" and isinstance(self.__args__[0], TypeVarTuple):
            return given                 # all of them take the place of the one
        return self._rebuild(substitute_parameters(self, self.__args__, given))

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
        if name == "__typing_is_unpacked_typevartuple__" and self._name == "Unpack":
            return isinstance(self.__args__[0], TypeVarTuple)
        if name == "__typing_unpacked_tuple_args__" and self._name == "Unpack" and getattr(self.__args__[0], "__origin__", None) is tuple:
            return self.__args__[0].__args__
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
        if self.__origin__ is Literal and other.__origin__ is Literal:       # 1 and True differ
            return {(type(a), a) for a in self.__args__} == {(type(a), a) for a in other.__args__}
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__ and self._shown == other._shown

    def __hash__(self):
        if self.__origin__ in (Union, Literal):
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


class _ReCollection(_Collection):
    """Pattern and Match. Only programs that import re pay for it; in others no object is of these classes."""

    def __init__(self, name):
        self._count = 1
        self._name = name
        self._absent = type(name, (), {"__module__": "re"})

    @property
    def __origin__(self):
        return getattr(sys.modules.get("re"), self._name, self._absent)


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


def _concatenate(self, given):
    if given == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    given = given if isinstance(given, tuple) else (given,)
    if not (given[-1] is ... or isinstance(given[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    return _Alias(self, (*(_check(g, message) for g in given[:-1]), given[-1]), self._name)


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
Concatenate = _Form("Concatenate", _concatenate)
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
LiteralString = _Form("LiteralString")
TypeAlias = _Form("TypeAlias")


class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()
    _is_root = True
    _is_protocol = False

    def __class_getitem__(cls, given):
        given = given if isinstance(given, tuple) else (given,)
        if _is_root(cls):
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
        for parameter in parameters:
            prepare = getattr(parameter, "__typing_prepare_subst__", None)
            if prepare is not None:
                given = prepare(cls, given)
        _expect(cls, given, len(parameters))
        flat = []
        for parameter, arg in zip(parameters, given):
            flat.extend(arg) if isinstance(parameter, TypeVarTuple) else flat.append(arg)
        return _Alias(cls, tuple(flat))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is not None:
            if Generic in bases:
                raise TypeError("Cannot inherit from plain Generic")
            declared = next((b for b in bases if isinstance(b, _Alias) and _is_root(b.__origin__)), None)
            found = type_parameters(bases)
            if declared is not None:
                missing = [v for v in found if v not in declared.__parameters__]
                if missing:
                    raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in "
                                    f"{declared.__origin__.__name__}[{', '.join(map(str, declared.__parameters__))}]")
                found = declared.__parameters__
            cls.__parameters__ = tuple(found)
        else:
            if Generic in cls.__bases__ and not _is_root(cls):
                raise TypeError("Cannot inherit from plain Generic")
            cls.__parameters__ = ()

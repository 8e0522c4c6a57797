"""NamedTuple, TypedDict and NewType of module typing."""
import collections
import sys
from _typing_forms import Generic, Union, _Alias, _check

__name__ = "typing"


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

    def __mro_entries__(self, bases):
        base = self.__name__

        class Refusing:                  # which learns the name of the class that is being made
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: `{name} = NewType({name!r}, {base})`")
        return (Refusing,)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


_named_tuple_special = {"__module__", "__name__", "__annotations__"}
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

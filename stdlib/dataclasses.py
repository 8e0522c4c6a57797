"""Data classes (PEP 557). The behaviour is that of CPython 3.11's dataclasses module.

Where CPython compiles text for the methods, the runtime makes functions that know the names of the fields (_dataclasses).
"""
import abc
import copy
import keyword
import sys
import types
from _dataclasses import initializer, method
from reprlib import recursive_repr

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_EMPTY_METADATA = types.MappingProxyType({})


class _FIELD_BASE:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class InitVar:
    """An argument of __init__ that is given to __post_init__ instead of becoming an attribute."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, types.GenericAlias):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known about one field."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
                f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},"
                f"_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        notify = getattr(type(self.default), "__set_name__", None)
        if notify:
            notify(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
                f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _says(annotation, cls, module, value):
    """Whether an annotation that is a string names `value`: by a name of the module cls is from, or below `module`.

    What follows the name does not matter: "ClassVar[int]", "ClassVar+"."""
    parts = []
    for part in annotation.lstrip().split(".", 1):
        part = part.strip()
        end = 0
        while end < len(part) and (part[end].isalnum() or part[end] == "_"):
            end += 1
        parts.append(part[:end])
        if end < len(part):
            break
    names = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    if len(parts) == 1:
        return names.get(parts[0]) is value
    return names.get(parts[0]) is module and getattr(module, parts[1], None) is value


def _kind_of(annotation, cls):
    typing = sys.modules.get("typing")
    if typing is not None and (annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar):
        return _FIELD_CLASSVAR
    if annotation is InitVar or type(annotation) is InitVar:
        return _FIELD_INITVAR
    if isinstance(annotation, str):
        if typing is not None and _says(annotation, cls, typing, typing.ClassVar):
            return _FIELD_CLASSVAR
        if _says(annotation, cls, sys.modules[__name__], InitVar):
            return _FIELD_INITVAR
    return _FIELD


def _is_kw_only_mark(annotation, cls):
    return annotation is KW_ONLY or (isinstance(annotation, str) and _says(annotation, cls, sys.modules[__name__], KW_ONLY))



def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING                       # a slot, not a default
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _kind_of(annotation, cls)
    if made._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and made.default_factory is not MISSING:
        raise TypeError(f"field {made.name} cannot have a default factory")
    if made._field_type in (_FIELD, _FIELD_INITVAR):
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f"field {made.name} is a ClassVar but specifies kw_only")
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {made.name} is not allowed: use default_factory")
    return made


def _name_function(cls, name, function):
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__name__ = name
    function.__module__ = cls.__module__
    return function


def _set_new(cls, name, function):
    if name in cls.__dict__:
        return True
    setattr(cls, name, _name_function(cls, name, function))
    return False


def _make_init(cls, everything, frozen, has_post_init, slots):
    init_fields = [f for f in everything if f._field_type in (_FIELD, _FIELD_INITVAR)]
    positional = [f for f in init_fields if f.init and not f.kw_only]
    keyword_only = [f for f in init_fields if f.init and f.kw_only]
    seen_default = False
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    taking = positional + keyword_only
    place = {f.name: i for i, f in enumerate(taking)}
    self_name = "__dataclass_self__" if "self" in place else "self"

    def default_of(f):
        return f.default if f.default is not MISSING else _HAS_DEFAULT_FACTORY

    def has_default(f):
        return f.default is not MISSING or f.default_factory is not MISSING

    # (name, index among the parameters or None, factory or None) of every attribute to set, in order.
    plan = []
    for f in init_fields:
        if f._field_type is _FIELD_INITVAR:
            continue
        factory = None if f.default_factory is MISSING else f.default_factory
        if f.init:
            plan.append((f.name, 1 + place[f.name], factory))
        elif factory is not None:
            plan.append((f.name, None, factory))
        elif slots and f.default is not MISSING:
            plan.append((f.name, None, lambda value=f.default: value))
    given = [(1 + place[f.name] if f.init else None, f.default) for f in init_fields if f._field_type is _FIELD_INITVAR]

    names = (self_name,) + tuple(f.name for f in taking)
    defaults = tuple(default_of(f) for f in positional if has_default(f)) or None
    keyword_defaults = {f.name: default_of(f) for f in keyword_only if has_default(f)} or None
    init = initializer(_module_of(cls), f"{cls.__qualname__}.__init__", names, 1 + len(positional), defaults, keyword_defaults,
                       tuple(plan), tuple(given) if has_post_init else None, frozen, _HAS_DEFAULT_FACTORY)
    init.__annotations__ = {**{f.name: f.type for f in taking}, "return": None}
    init.__module__ = cls.__module__
    return init


def _module_of(cls):
    """Whose globals the methods of cls see."""
    module = sys.modules.get(cls.__module__)
    return module if type(module) is types.ModuleType else sys.modules[__name__]


def _method(cls, kind, chosen):
    return method(kind, _module_of(cls), f"{cls.__qualname__}.{kind}", tuple([f.name for f in chosen]))


def _make_repr(cls, shown):
    guarded = _method(cls, "__repr__", shown)
    guarded.__wrapped__ = _method(cls, "unguarded __repr__", shown)
    guarded.__wrapped__.__qualname__ = "__create_fn__.<locals>.__repr__"
    return guarded


def _make_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)
    return {"__setattr__": __setattr__, "__delattr__": __delattr__}


def _set_hash(cls, everything, unsafe_hash, eq, frozen):
    current = cls.__dict__.get("__hash__", MISSING)
    explicit = not (current is MISSING or (current is None and "__eq__" in cls.__dict__))
    if unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not eq or explicit:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    chosen = [f for f in everything if (f.compare if f.hash is None else f.hash)]
    cls.__hash__ = _name_function(cls, "__hash__", _method(cls, "__hash__", chosen))


def _annotation_text(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", None):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def _doc_of(cls, everything, init):
    if not init:
        return cls.__name__ + "()"
    parts, star = [], False
    taking = [f for f in everything if f.init and f._field_type in (_FIELD, _FIELD_INITVAR)]
    for f in [f for f in taking if not f.kw_only] + [f for f in taking if f.kw_only]:
        if f.kw_only and not star:
            parts.append("*")
            star = True
        text = f"{f.name}: {_annotation_text(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        parts.append(text)
    return f"{cls.__name__}({', '.join(parts)})"


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    known = {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    frozen_base = thawed_base = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS)
        if base_fields is not None:
            known.update(base_fields)
            if getattr(base, _PARAMS).frozen:
                frozen_base = True
            else:
                thawed_base = True
    own = []
    marked = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _is_kw_only_mark(annotation, cls):
            if marked:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            marked = kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, kw_only))
    for f in own:
        known[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if frozen_base or thawed_base:
        if thawed_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
        if frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    setattr(cls, _FIELDS, known)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    everything = list(known.values())
    real = [f for f in everything if f._field_type is _FIELD]
    if init:
        made = _make_init(cls, everything, frozen, hasattr(cls, "__post_init__"), slots)
        if "__init__" not in cls.__dict__:
            cls.__init__ = made
    if repr:
        _set_new(cls, "__repr__", _make_repr(cls, [f for f in real if f.repr]))
    compared = [f for f in real if f.compare]
    if order:
        for name in ("__lt__", "__le__", "__gt__", "__ge__"):
            if _set_new(cls, name, _method(cls, name, compared)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
    if frozen:
        for name, function in _make_frozen(cls, {f.name for f in real}).items():
            if _set_new(cls, name, function):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
    _set_hash(cls, real, unsafe_hash, eq, frozen)
    if eq:
        kept = cls.__dict__.get("__hash__", MISSING)
        _set_new(cls, "__eq__", _method(cls, "__eq__", compared))
        if kept is not MISSING and cls.__dict__.get("__hash__", MISSING) is not kept:
            cls.__hash__ = kept
    if not cls.__doc__:
        cls.__doc__ = _doc_of(cls, everything, "__init__" in cls.__dict__ and init)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in everything
                                   if f.init and not f.kw_only and f._field_type in (_FIELD, _FIELD_INITVAR))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _with_slots(cls, real, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return
    if isinstance(slots, str):
        yield slots
    else:
        yield from slots


def _field_values(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_field_values(self, values):
    for f, value in zip(fields(self), values):
        object.__setattr__(self, f.name, value)


def _with_slots(cls, real, frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    content = dict(cls.__dict__)
    names = tuple(f.name for f in real)
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _slots_of(base)}
    wanted = names + (("__weakref__",) if weakref_slot else ())
    content["__slots__"] = tuple(n for n in wanted if n not in inherited)
    for name in names:
        content.pop(name, None)
    content.pop("__dict__", None)
    content.pop("__weakref__", None)
    if frozen:                           # copies cannot be filled by assigning
        content.setdefault("__getstate__", _field_values)
        content.setdefault("__setstate__", _set_field_values)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, content)
    if qualname is not None:
        made.__qualname__ = qualname
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        known = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in known.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) and not isinstance(obj, types.GenericAlias) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def inner(obj):
        if _is_instance(obj):
            return dict_factory([(f.name, inner(getattr(obj, f.name))) for f in fields(obj)])
        return _copied(obj, inner)
    return inner(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def inner(obj):
        if _is_instance(obj):
            return tuple_factory([inner(getattr(obj, f.name)) for f in fields(obj)])
        return _copied(obj, inner)
    return inner(obj)


def _copied(obj, inner):
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[inner(v) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(inner(v) for v in obj)
    if isinstance(obj, dict):
        pairs = [(inner(k), inner(v)) for k, v in obj.items()]
        if hasattr(type(obj), "default_factory"):
            result = type(obj)(getattr(obj, "default_factory"))
            for k, v in pairs:
                result[k] = v
            return result
        return type(obj)(pairs)
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    if namespace is None:
        namespace = {}
    annotations, defaults, seen = {}, {}, set()
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = annotation

    def fill(content):
        content.update(namespace)
        content.update(defaults)
        content["__annotations__"] = annotations
    cls = types.new_class(cls_name, bases, {}, fill)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)

"""typing.Protocol (PEP 544) and its checks at run time."""
from _typing_forms import Generic
from abc import ABCMeta

__name__ = "typing"

_protocol_own = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
                 "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__parameters__", "__orig_bases__",
                 "__orig_class__", "_is_protocol", "_is_root", "_is_runtime_protocol", "__qualname__", "__match_args__", "__hash__",
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


def _has_only_methods(cls):
    return all(callable(getattr(cls, name, None)) for name in _protocol_members(cls))


class _ProtocolMeta(ABCMeta):
    def __subclasscheck__(cls, other):
        if cls.__dict__.get("_is_runtime_protocol", False) and cls._is_protocol and not _has_only_methods(cls):
            raise TypeError("Protocols with non-method members don't support issubclass()")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol", False):
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if super().__subclasscheck__(type(instance)):
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
    if not _has_only_methods(cls):
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


def _acts_as_protocol(base):
    """The abstract classes with one ability each, which protocols may extend."""
    return (base.__module__ == "collections.abc" and base.__name__ in (
                "Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "Hashable", "Sized", "Container", "Collection", "Reversible")
            or base.__module__ == "contextlib" and base.__name__ in ("AbstractContextManager", "AbstractAsyncContextManager"))


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of protocol classes (PEP 544)."""

    __slots__ = ()
    _is_root = True
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        for base in cls.__bases__ if cls._is_protocol else ():
            if not (base in (object, Generic) or _acts_as_protocol(base) or (issubclass(base, Generic) and base._is_protocol)):
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
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

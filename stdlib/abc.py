"""Abstract base classes (PEP 3119)."""


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


def _inherited_abstract_names(cls):
    return {name for base in cls.__bases__ for name in getattr(base, "__abstractmethods__", ())
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False)}


def _own_abstract_names(namespace):
    return {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}


class ABCMeta(type):
    # Counts calls of register(), so that negative answers remembered before one are asked again.
    _generation = 0

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = frozenset(_own_abstract_names(namespace) | _inherited_abstract_names(cls))
        cls._abc_registry = []
        cls._abc_accepted = set()
        cls._abc_refused = (0, set())
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry.append(subclass)
        ABCMeta._generation += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if subclass in cls._abc_accepted:
            return True
        subtype = type(instance)
        if subtype is subclass:
            return cls.__subclasscheck__(subclass)
        return any(cls.__subclasscheck__(c) for c in (subclass, subtype))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if subclass in cls._abc_accepted:
            return True
        generation, refused = cls._abc_refused
        if generation == ABCMeta._generation and subclass in refused:
            return False
        answer = cls._abc_decide(subclass)
        if answer:
            cls._abc_accepted.add(subclass)
        else:
            if generation != ABCMeta._generation:
                refused = set()
                cls._abc_refused = (ABCMeta._generation, refused)
            refused.add(subclass)
        return answer

    def _abc_decide(cls, subclass):
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in getattr(subclass, "__mro__", ()):
            return True
        for registered in list(cls._abc_registry):
            if issubclass(subclass, registered):
                return True
        for derived in type.__subclasses__(cls):
            if issubclass(subclass, derived):
                return True
        return False


class ABC(metaclass=ABCMeta):
    """Base class for classes that are to be abstract."""
    __slots__ = ()


def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = frozenset(_own_abstract_names(cls.__dict__) | _inherited_abstract_names(cls))
    return cls


def get_cache_token():
    return ABCMeta._generation

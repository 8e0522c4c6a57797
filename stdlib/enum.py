"""Enumerations (PEP 435, 663). The behaviour is that of CPython 3.11's enum module.

A class body fills a _Namespace, which tells members from everything else. Its members become _Draft objects, which make
the real members when the class calls their __set_name__, that is before __init_subclass__ sees the class.
"""
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
           "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "global_flag_repr", "global_enum_repr", "global_str", "global_enum",
           "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE"]

# The classes the machinery itself asks for; None until they are defined below.
Enum = Flag = ReprEnum = EJECT = KEEP = None

_sunders_allowed = {"_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
                    "_iter_member_by_value_", "_iter_member_by_def_"}


class nonmember:
    """Keeps an item of the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes an item of the class body a member, even if it would not be one."""

    def __init__(self, value):
        self.value = value


class _NoValue:
    def __repr__(self):
        return "_auto_null"


_no_value = _NoValue()


class auto:
    """Stands for a value that _generate_next_value_ chooses."""

    def __init__(self, value=_no_value):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(class_name, name):
    prefix = "_%s__" % class_name
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith("__")


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def _bits(value, width):
    """The bits of value in two's complement, the sign apart, as the messages show them."""
    sign, own = ("0", value.bit_length() or 1) if value >= 0 else ("1", (~value).bit_length() or 1)
    digits = bin(value & ((1 << own) - 1))[2:].rjust(own, "0")
    return "0b%s %s" % (sign, digits.rjust(width, sign))


_builtin_property = property


class property(DynamicClassAttribute):
    """An attribute of members that may share its name with a member of the class."""

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is None:
                raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
            return self.fget(instance)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class _Draft:
    """A member to be: makes the member when the class is made."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        delattr(cls, name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        if cls._use_args_:
            new = cls._new_member_(cls, *args)
        else:
            new = cls._new_member_(cls)
        if not hasattr(new, "_value_"):
            if cls._member_type_ is object:
                new._value_ = value
            else:
                try:
                    new._value_ = cls._member_type_(*args)
                except Exception as problem:
                    raise TypeError("_value_ not set in __new__, unable to create it") from problem
        value = new._value_
        new._name_ = name
        new.__objclass__ = cls
        new.__init__(*args)
        new._sort_order_ = len(cls._member_names_)
        new = self._canonical(cls, name, new, value)
        cls._member_map_[name] = new
        _publish(cls, name, new)
        try:
            cls._value2member_map_.setdefault(value, new)
        except TypeError:
            pass                                    # unhashable: found by comparing

    @staticmethod
    def _canonical(cls, name, new, value):
        """The member that already has this value, else the new one."""
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            known = None
        if known is None:
            known = next((m for m in cls._member_map_.values() if m._value_ == value), None)
        if known is not None:
            return known
        if Flag is None or not issubclass(cls, Flag) or (isinstance(value, int) and _is_single_bit(value)):
            cls._member_names_.append(name)
        if Flag is not None and issubclass(cls, Flag) and isinstance(value, int):
            cls._flag_mask_ |= value
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
            if _is_single_bit(value):
                cls._singles_mask_ |= value
        return new


def _publish(cls, name, member):
    """The attribute of the class, unless a property is to find the member."""
    if not isinstance(cls.__dict__.get(name) or _inherited(cls, name), property):
        type.__setattr__(cls, name, member)


def _inherited(cls, name):
    for base in cls.__mro__[1:]:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


class _Namespace(dict):
    """What an enum's class body fills: notes which names are members, in order."""

    def __init__(self, class_name):
        super().__init__()
        self._class_name = class_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None
        self._auto_used = False

    def __setitem__(self, key, value):
        if _is_private(self._class_name, key):
            pass
        elif _is_sunder(key):
            if key not in _sunders_allowed:
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
            if key == "_generate_next_value_":
                if self._auto_used:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if isinstance(value, member):
                value = value.value
            elif key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            value = self._resolve(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        if isinstance(value, auto):
            return self._next(key, value)
        if isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
            parts = [self._next(key, v) if isinstance(v, auto) else v for v in value]
            return tuple(parts) if type(value) is tuple else type(value)(*parts)
        return value

    def _next(self, key, item):
        if item.value is _no_value:
            item.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
            self._auto_used = True
        return item.value

    def update(self, members, **more):
        for key, value in (members.items() if isinstance(members, dict) else members):
            self[key] = value
        for key, value in more.items():
            self[key] = value


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = _Namespace(cls)
        first_enum = metacls._get_mixins_(cls, bases)[1]
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, namespace, *, boundary=None, _simple=False, **kwds):
        names = list(namespace._member_names)
        content = dict(namespace)
        for name in content.setdefault("_ignore_", []):
            content.pop(name, None)
        del content["_ignore_"]
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in invalid))
        order = content.pop("_order_", None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, save_new, use_args = metacls._find_new_(content, member_type, first_enum)
        if "_generate_next_value_" in content:
            generate = content["_generate_next_value_"]
            if not isinstance(generate, staticmethod):
                content["_generate_next_value_"] = staticmethod(generate)
        for name in names:
            content[name] = _Draft(content[name])
        content.update(_new_member_=new_member, _use_args_=use_args, _member_names_=[], _member_map_={},
                       _value2member_map_={}, _member_type_=member_type,
                       _value_repr_=metacls._find_data_repr_(cls, bases),
                       _boundary_=boundary or getattr(first_enum, "_boundary_", None),
                       _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None)
        try:
            made = super().__new__(metacls, cls, bases, content, **kwds)
        except RuntimeError as error:               # a draft's __set_name__ failed
            if error.__cause__ is None:
                raise
            raise error.__cause__
        if ReprEnum is not None and ReprEnum in bases:
            if "__format__" not in content:
                type.__setattr__(made, "__format__", member_type.__format__)
            if "__str__" not in content:
                text = member_type.__str__
                type.__setattr__(made, "__str__", member_type.__repr__ if text is object.__str__ else text)
        # The value's own __repr__, __str__ and so on give way to Enum's, unless the class defines them.
        if Enum is not None:
            for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
                if name not in content and getattr(made, name) in (getattr(member_type, name), getattr(object, name)):
                    if not (ReprEnum is not None and issubclass(made, ReprEnum) and name in ("__str__", "__format__")):
                        type.__setattr__(made, name, getattr(first_enum, name))
            if save_new:
                type.__setattr__(made, "__new_member__", content["__new__"])
            type.__setattr__(made, "__new__", Enum.__new__)
        if Flag is not None and issubclass(made, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in content:
                    type.__setattr__(made, name, getattr(Flag, name))
            made._choose_iteration()
        if order is not None:
            metacls._check_order(made, order)
        return made

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    @staticmethod
    def _check_order(made, order):
        if isinstance(order, str):
            order = order.replace(",", " ").split()
        order = [n for n in order if n in made._member_names_ or n not in made._member_map_]
        if order != made._member_names_:
            raise TypeError("member order does not match _order_:\n  %r\n  %r" % (made._member_names_, order))

    def _choose_iteration(cls):
        values = [cls._member_map_[n]._value_ for n in cls._member_names_]
        if values != sorted(values):
            type.__setattr__(cls, "_iter_member_", cls._iter_member_by_def_)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings
            warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                          "False depending on whether the value is a member or the value of a member",
                          DeprecationWarning, stacklevel=2)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __getattr__(cls, name):
        raise AttributeError(name) from None

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
                 "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not Enum.__init_subclass__:
            names.add("__init_subclass__")
        return sorted(names if cls._member_type_ is object else set(dir(cls._member_type_)) | names)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names, last_values = names, [], []
            for count, name in enumerate(given):
                value = cls._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                names.append((name, value))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            module = sys._getframe(2).f_globals.get("__name__")
        if module is not None:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return metacls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    if "__dataclass_fields__" in base.__dict__ and base.__dict__["__dataclass_params__"].repr:
                        return _dataclass_repr
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(metacls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in found:
                            found.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    if (candidate or base) not in found:
                        found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, set(found)))
        return found[0] if found else None

    @classmethod
    def _find_new_(metacls, content, member_type, first_enum):
        new = content.get("__new__")
        save_new = first_enum is not None and new is not None
        if new is not None:
            new = new.__func__ if isinstance(new, staticmethod) else new
        else:
            ordinary = {None, object.__new__}
            if Enum is not None:
                ordinary |= {Enum.__new__}
            for attribute in ("__new_member__", "__new__"):
                for candidate in (member_type, first_enum):
                    target = getattr(candidate, attribute, None)
                    if target not in ordinary:
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = first_enum is not None and new is not object.__new__
        return new, save_new, use_args


EnumMeta = EnumType


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join("%s=%r" % (name, getattr(self, name)) for name in fields if fields[name].repr)


class Enum(metaclass=EnumType):
    """A collection of names, each with a value of its own."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for candidate in cls._member_map_.values():
                if candidate._value_ == value:
                    return candidate
        problem = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            problem, result = error, None
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if result is None and problem is None:
                raise invalid
            if problem is None:
                problem = TypeError("error in %s._missing_: returned %r instead of None or a valid member"
                                    % (cls.__name__, result))
            if not isinstance(problem, ValueError):
                problem.__context__ = invalid
            raise problem
        finally:
            problem = invalid = None                # no cycle through the traceback

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            pass
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                continue
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        own = set() if self.__class__._member_type_ is object else set(object.__dir__(self))
        if getattr(self, "__dict__", None):
            own.update(n for n in self.__dict__ if n[0] != "_")
        for cls in self.__class__.mro():
            for name, attribute in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(attribute, property):
                    if attribute.fget is not None or name not in self._member_map_:
                        own.add(name)
                elif name not in self._member_map_:
                    own.add(name)
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__"} | own)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Only changes the repr(); str() and format() are those of the values' type."""


class IntEnum(int, ReprEnum):
    """Members are also ints."""


class StrEnum(str, ReprEnum):
    """Members are also strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        new = str.__new__(cls, value)
        new._value_ = value
        return new

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=CONFORM):
    """Members can be combined with |, &, ^ and ~."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError("invalid flag value %r" % last) from None

    _numeric_repr_ = repr

    @classmethod
    def _iter_member_by_value_(cls, value):
        rest = value & cls._flag_mask_
        while rest:
            bit = rest & -rest
            rest ^= bit
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        given = value
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s"
                                 % (cls, value, _bits(value, width), _bits(mask, width)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value += all_bits + 1
        unknown = value & ~mask
        if cls._member_type_ is object:
            pseudo = object.__new__(cls)
        else:
            pseudo = cls._member_type_.__new__(cls, value)
        if not hasattr(pseudo, "_value_"):
            pseudo._value_ = value
        members = [m for m in cls._iter_member_(value) if m is not None]
        if members:
            pseudo._name_ = "|".join(m._name_ for m in members)
            if unknown:
                pseudo._name_ += "|%s" % cls._numeric_repr_(unknown)
        else:
            pseudo._name_ = None
        pseudo = cls._value2member_map_.setdefault(value, pseudo)
        if given < 0:
            cls._value2member_map_[given] = pseudo
        return pseudo

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (self.__class__.__name__, show(self._value_))
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ is KEEP:
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are also ints and can be combined."""


def unique(enumeration):
    """Class decorator: no two names may have the same value."""
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        raise ValueError("duplicate values found in %r: %s"
                         % (enumeration, ", ".join("%s -> %s" % pair for pair in duplicates)))
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can check."""
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator: checks the constraints of EnumCheck."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = ["%s -> %s" % (n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if aliases:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join(aliases)))
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            else:
                self._named_flags(enumeration)
        return enumeration

    @staticmethod
    def _continuous(enumeration):
        values = {m.value for m in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            missing = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1) if 2 ** i not in values]
        else:
            missing = [i for i in range(low + 1, high) if i not in values]
        if missing:
            kind = "flag" if issubclass(enumeration, Flag) else "enum"
            raise ValueError("invalid %s %r: missing values %s"
                             % (kind, enumeration.__name__, ", ".join(str(m) for m in missing)))

    @staticmethod
    def _named_flags(enumeration):
        values = {m.value for m in enumeration}
        named = 0
        for value in values:
            named |= value
        missing_names, missing = [], 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            if alias.value & ~named:
                missing_names.append(name)
                missing |= alias.value & ~named
        if missing_names:
            if len(missing_names) == 1:
                names = "alias %s is missing" % missing_names[0]
            else:
                names = "aliases %s and %s are missing" % (", ".join(missing_names[:-1]), missing_names[-1])
            values = "value 0x%x" % missing if _is_single_bit(missing) else "combined values of 0x%x" % missing
            raise ValueError("invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]"
                             % (enumeration.__name__, names, values))


from _enum_simple import _simple_enum
from _enum_global import global_enum, global_enum_repr, global_flag_repr, global_str

"""The part of enum for constants of a module that are members of an enumeration: they show themselves as NAME of the module.

Imported at the end of enum, whose classes it uses.
"""
import sys
from enum import Flag, FlagBoundary, ReprEnum


def _of_module(member, name):
    return "%s.%s" % (type(member).__module__.split(".")[-1], name)


def global_enum_repr(self):
    return _of_module(self, self._name_)


def global_flag_repr(self):
    if self._name_ is None:
        return _of_module(self, "%s(%r)" % (type(self).__name__, self._value_))
    names = self._name_.split("|")
    # What has no name stands as a number in the text of a flag that keeps it.
    keeps = self._boundary_ is FlagBoundary.KEEP
    return "|".join(name if keeps and name[0].isdigit() else _of_module(self, name) for name in names)


def global_str(self):
    if self._name_ is None:
        return "%s(%r)" % (type(self).__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


for _function in (global_enum_repr, global_flag_repr, global_str, global_enum):
    _function.__module__ = "enum"

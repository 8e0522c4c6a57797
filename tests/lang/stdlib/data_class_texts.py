# Annotations as text, fields that contain themselves, __slots__ that are gone.
import dataclasses
import typing
import typing as t
from dataclasses import InitVar, dataclass, field, fields
from typing import ClassVar, ClassVar as Shared

Kept = dataclasses.KW_ONLY

for text in ("ClassVar", "typing.ClassVar", " typing . ClassVar [ int ] ", "typing.ClassVar+", "typing.ClassVar.[int]", "ClassVar.x",
             "Class Var", "xClassVar", "dataclasses.InitVar[str]", "InitVar+", "dataclasses. InitVar", "other.InitVar", "str", "t.ClassVar[int]",
             "Shared", "Final", "dataclasses.ClassVar", "Kept", "dataclasses.KW_ONLY"):
    @dataclass
    class C:
        __annotations__ = {"x": text}
        x = 5
    print(text, [f.name for f in fields(C)], "x" in C.__init__.__code__.co_varnames)

loop = {}
own = field(default_factory=dict, metadata=loop)
loop["self"] = own
print(repr(own).count("..."), repr(own)[:60])

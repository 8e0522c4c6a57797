# Functions registered by annotations that are text, as this import leaves all of them.
from __future__ import annotations

import collections.abc
import functools


class Shape:
    def __init__(self, side):
        self.side = side


@functools.singledispatch
def describe(thing):
    return "thing"


@describe.register
def _(thing: int) -> str:
    return "int"


@describe.register
def _(thing: float | complex):
    return "inexact"


@describe.register
def _(thing: collections.abc.Mapping):
    return "mapping"


@describe.register
def _(thing: None):
    return "none"


@describe.register
def _(thing: Shape):
    return f"shape of {thing.side}"


class Visitor:
    @functools.singledispatchmethod
    def visit(self, node):
        return "node"

    @visit.register
    def _(self, node: str):
        return "text " + node

    @visit.register
    @classmethod
    def _(cls, node: bytes):
        return cls.__name__


for thing in (True, 1.5, 2j, {}, None, Shape(3), "text"):
    print(describe(thing))
visitor = Visitor()
print(visitor.visit("a"), visitor.visit(1))


def wrong(thing: "describe"):
    pass


def unknown(thing: Nowhere):
    pass


for function in (wrong, unknown):
    try:
        describe.register(function)
    except (TypeError, NameError) as e:
        print(type(e).__name__, str(e).split(" at ")[0])

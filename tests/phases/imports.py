from __future__ import annotations

import os.path, sys as system
import a.b.c as d
from collections import deque, OrderedDict as ordered

try:
    import fast
except ImportError:
    fast = None


def late(x: list[int] | None = None) -> dict[str, "T"]:
    from json import loads
    y: int = loads(x)
    return y


z: tuple[int, ...]

# Who an object or a class says it is.
from __future__ import annotations, division
import collections
import weakref


class Target:
    pass


target = Target()
proxy = weakref.proxy(target)
print(isinstance(proxy, Target), isinstance(proxy, weakref.ProxyType), isinstance(proxy, int), proxy.__class__, type(proxy))
print(proxy == target, target == proxy, proxy == weakref.proxy(target), proxy != target, [target] == [proxy])
print(type.__module__, object.__module__, int.__module__, Target.__module__, type[int], list[type], dict[str, type[Target]])
print(annotations, annotations.getMandatoryRelease(), division.optional, division.compiler_flag)
print(list(collections.Counter("abca").elements()), type(collections.Counter().elements()).__name__)
try:
    list(collections.Counter(a="x").elements())
except TypeError as e:
    print(e)
del target
try:
    isinstance(proxy, Target)
except ReferenceError as e:
    print(e)

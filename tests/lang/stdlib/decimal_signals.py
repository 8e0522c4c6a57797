# The flags and traps of a context are mappings of their own class, and operators are slots, as in a class written in C.
import decimal
from decimal import *


def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


c = Context()
print(type(c.flags), type(c.flags).__mro__, repr(c.flags))
print(c.flags == c.traps, c.flags == dict(c.flags), len(c.flags), list(c.flags))
attempt(lambda: c.flags[3]); attempt(lambda: c.flags.__setitem__(3, 1)); attempt(lambda: c.flags.__delitem__(Inexact)); attempt(lambda: c.flags.copy())
attempt(lambda: c.flags.pop(Inexact)); attempt(lambda: c.flags.clear()); attempt(lambda: c.flags.update({Inexact: 5})); print(c.flags[Inexact])
attempt(lambda: setattr(c, 'flags', {})); attempt(lambda: setattr(c, 'flags', [Inexact])); attempt(lambda: setattr(c, 'flags', {Inexact: True}))
attempt(lambda: setattr(c, 'flags', Context(flags=[Rounded]).flags)); print(c)
attempt(lambda: c.flags.get(3, 7)); attempt(lambda: Inexact in c.flags); attempt(lambda: hash(c.flags)); attempt(lambda: c.flags.keys()); attempt(lambda: c.flags.items())
attempt(lambda: decimal.SignalDict); attempt(lambda: Context(flags={Inexact: True})); attempt(lambda: Context(flags=3)); attempt(lambda: Context(flags=[3]))
f = c.flags; c.clear_flags(); print(f is c.flags, f[Rounded]); c.flags[Clamped]=2; print(c.flags[Clamped], f == c.flags)
d = {s: False for s in c.flags}; d[Inexact] = True; c.flags = d; print(f is c.flags, f[Inexact])
print(sorted(c.flags, key=str)[0]); attempt(lambda: c.flags.setdefault(Inexact)); attempt(lambda: bool(c.flags)); attempt(lambda: c.flags | {}); attempt(lambda: c.flags < c.flags)
attempt(lambda: Decimal.__add__); attempt(lambda: Decimal.__radd__); attempt(lambda: Decimal.__lt__); attempt(lambda: Decimal.__str__); attempt(lambda: Decimal.__add__(3, 4)); attempt(lambda: Decimal(1).__add__(1, 2)); attempt(lambda: Decimal.__ne__); attempt(lambda: Decimal(1).__add__('x')); attempt(lambda: Decimal(1) + 'x'); attempt(lambda: Decimal(1) < 'x'); attempt(lambda: Decimal(1).__lt__('x')); attempt(lambda: Decimal(1).__ne__('x')); attempt(lambda:Decimal('nan') != Decimal('nan')); attempt(lambda: Decimal('snan') != 1)
attempt(lambda: c.flags != c.traps); attempt(lambda: c.flags.values())


# Which of several signals is raised.
attempt(lambda: Context(prec=3, traps=[Rounded, Inexact]).divide(1, 3))
attempt(lambda: Context(prec=3, Emin=-3, Emax=3, traps=[Underflow, Subnormal, Inexact]).divide(Decimal("0.0001"), 3))
attempt(lambda: Context(prec=3, Emin=-3, Emax=3, traps=[Rounded, Overflow, Inexact]).multiply(Decimal("999"), 999))


# Flags are noted and traps looked at where the usual arithmetic is done.
getcontext().prec = 5
flags, traps = getcontext().flags, getcontext().traps
print(Decimal(2) / 3, flags[Inexact], flags[Rounded])
getcontext().clear_flags()
print(Decimal(1) / 4, flags[Inexact], Decimal("1.00000") + 1, flags[Inexact], flags[Rounded])
traps[Inexact] = True
attempt(lambda: Decimal(2) / 3)
attempt(lambda: Decimal("1.00000") * 1)
getcontext().clear_traps()
print(Decimal(2).sqrt(), flags[Inexact], Decimal(0) / 0, flags[InvalidOperation])


# Zeros, coarser and finer than the other number.
for a in ("0", "-0", "0.000", "-0E+3", "5", "-1.25"):
    print([str(Decimal(a) + Decimal(b)) for b in ("0", "-0", "0.00", "7.125", "-3E+2")], [str(Decimal(a) - Decimal(b)) for b in ("0", "-0", "0.00", "7.125")])


class Money(Decimal):
    def __add__(self, other):
        return Money(Decimal.__add__(self, other))

    __radd__ = __add__

    def __lt__(self, other):
        return "less"


print(type(Money(1) + 2).__name__, type(Decimal(1) + Money(2)).__name__, type(Money(2) * 3).__name__, Money(1) < 2, Decimal(3) > Money(1), Money(1) == 1, Money(1) != 1)
attempt(lambda: [] + Decimal(1))
attempt(lambda: Decimal.__radd__(Decimal(1), Decimal(2)))
attempt(lambda: Decimal(1).__rsub__(5))
saved = Decimal.__add__
print(saved.__name__, saved.__qualname__, saved(Decimal(1), 2))

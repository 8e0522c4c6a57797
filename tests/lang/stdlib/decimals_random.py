"""Random decimals through the usual operations, in contexts of several precisions and roundings, with the flags they leave."""
import decimal
import random
from decimal import Decimal

random.seed(23)
ROUNDINGS = [decimal.ROUND_HALF_EVEN, decimal.ROUND_HALF_UP, decimal.ROUND_HALF_DOWN, decimal.ROUND_DOWN, decimal.ROUND_UP,
             decimal.ROUND_CEILING, decimal.ROUND_FLOOR, decimal.ROUND_05UP]


def number():
    kind = random.random()
    if kind < 0.05:
        return random.choice(["0", "-0", "0.00", "-0.000", "0E+3", "1", "-1", "10", "1E+5", "NaN", "-Infinity", "sNaN12"])
    size = random.choice([1, 2, 3, 5, 8, 12, 18, 19, 20, 28, 29, 30, 37, 38, 39, 45])
    digits = str(random.randrange(10 ** size))
    if random.random() < 0.2:
        digits = digits.rstrip("0") + "0" * random.randrange(6) or "5"
    if random.random() < 0.2:
        digits = random.choice(["5", "50", "25", "4999", "9999", "99999999999999999999999999999"])
    if random.random() < 0.6:
        at = random.randrange(len(digits) + 1)
        digits = digits[:at] + "." + digits[at:] if len(digits) > 1 else digits
    power = f"E{random.randrange(-30, 30)}" if random.random() < 0.15 else ""
    return random.choice(["", "", "-", "+"]) + digits + power


def attempt(context, act):
    context.clear_flags()
    try:
        shown = repr(act())
    except (decimal.DecimalException, ZeroDivisionError) as error:
        shown = type(error).__name__
    return shown, sorted(signal.__name__ for signal, set in context.flags.items() if set)


for turn in range(2500):
    context = decimal.Context(prec=random.choice([1, 2, 5, 9, 16, 28, 28, 28, 36, 37, 50]), rounding=random.choice(ROUNDINGS),
                              Emin=random.choice([-999999, -20]), Emax=random.choice([999999, 25]), clamp=random.choice([0, 0, 1]))
    if random.random() < 0.1:
        context.traps[random.choice([decimal.Inexact, decimal.Rounded])] = True
    decimal.setcontext(context)
    context = decimal.getcontext()
    a, b = Decimal(number()), Decimal(number())
    if random.random() < 0.1:
        b = a
    whole = random.randrange(-1000, 1000)
    print(turn, repr(a), repr(b), context.prec, context.rounding)
    print(attempt(context, lambda: a + b), attempt(context, lambda: a - b), attempt(context, lambda: a * b), attempt(context, lambda: a / b))
    print(attempt(context, lambda: a + whole), attempt(context, lambda: whole - a), attempt(context, lambda: whole * a), attempt(context, lambda: a / whole))
    print(attempt(context, lambda: a.quantize(b)), attempt(context, lambda: a.quantize(Decimal("0.01"), random.choice(ROUNDINGS))))
    print([attempt(context, test) for test in (lambda: a < b, lambda: a == b, lambda: a >= b, lambda: a != whole, lambda: a <= whole, lambda: a > 1.5)])
    print(str(a), str(b), f"{a}", a.compare(b) if not (a.is_snan() or b.is_snan()) else "")
for text in ("1.", ".5", ".", "", "-", "+.1", "1.2.3", "１２.３", "1_000.5", " 12 ", "-0", "000.100", "0.0000001", "0.000001", "1e5", "--1"):
    try:
        print(repr(text), repr(Decimal(text)), Decimal(text))
    except decimal.InvalidOperation as error:
        print(repr(text), "refused")

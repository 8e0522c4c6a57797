from decimal import *
import math


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


D = Decimal
print(D("3.14"), repr(D(5)), D("1e10"), D("-0.00"), D("NaN"), D("-inf"), D("1E+3"), D("0E-10"), D("0.000001"), D("0.0000001"), D((1, (1, 2, 3), -2)), D(0.1), D(" 1_000.5 "))
print(D(1) / D(3), D(2) / 3, D("1.10") + D("2.2"), D("1.1") * D("1.1"), D(10) / 4, D(100) / 10, 1 - D("0.1"), D("1e20") + 1, D(7) // 2, D(-7) // 2, D(-7) % 3, divmod(D("7.5"), 2))
print(D(2) ** 10, D("1.1") ** 2, D(2) ** -2, D(2) ** D("0.5"), D(2).sqrt(), D(16).sqrt(), D("0.01").sqrt(), D("1e-5").sqrt(), D(10) ** 30, D(3) ** 100, D(4) ** D("0.5"))
print(D(1).exp(), D(10).ln(), D(2).ln(), D(1000).log10(), D(2).log10(), D("0.5").exp(), D(-3).exp(), D("1.0001").ln(), D("123.456").exp())
print(D(1) == 1, D(1) == 1.0, D("0.1") == 0.1, D("1.0") == D(1), D(1) < 2, D("2.5") > 2.4, hash(D(5)) == hash(5), hash(D("0.5")) == hash(0.5), D("nan") == D("nan"), hash(D("1e3")) == 1000, {D("1.0"): "x"}[1])
print(D("2.675").quantize(D("0.01")), D("2.665").quantize(D(".01"), ROUND_HALF_UP), D("7.325").quantize(D(".01"), rounding=ROUND_DOWN), D("-1.5").quantize(D(1)), D(123).quantize(D("1e1")))
for rounding in (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(rounding, [str(D(x).quantize(D(1), rounding)) for x in ("1.5", "2.5", "-1.5", "-2.5", "1.1", "-1.9", "0.5", "5.1")])
attempt(lambda: D("abc"))
attempt(lambda: D(1) / 0)
attempt(lambda: D(0) / 0)
attempt(lambda: D(1) % 0)
attempt(lambda: D(1) // 0)
attempt(lambda: divmod(D(1), 0))
attempt(lambda: D(-1).sqrt())
attempt(lambda: D("1e999999") * 10)
attempt(lambda: D("1e50").quantize(D(1)))
attempt(lambda: D("1e50") // 1)
attempt(lambda: D("sNaN") + 1)
attempt(lambda: D("inf") - D("inf"))
attempt(lambda: D("nan") < 1)
attempt(lambda: int(D("nan")))
attempt(lambda: int(D("inf")))
attempt(lambda: D("1_0"))
attempt(lambda: D(None))
attempt(lambda: D(0) ** 0)
print(int(D("12.9")), int(D("-12.9")), float(D("1.5")), round(D("2.5")), round(D("2.567"), 2), math.floor(D("-1.5")), math.ceil(D("1.2")), math.trunc(D("1.9")), bool(D(0)), abs(D(-3)), -D(3), +D("-0"))
print(D("1.2300").normalize(), D("100").normalize(), D("1e2").to_integral_value(), D("2.5").to_integral_value(), D("1.5").as_tuple(), D("inf").as_tuple(), D("-0.25").as_integer_ratio(), D("123.45").adjusted())
print(D("1.5").max(2), D("1.5").min(2), D(3).compare(D(4)), D("1").copy_sign(D("-2")), D("1e3").same_quantum(D("1e3")), D(5).is_zero(), D("nan").is_nan(), D("-inf").is_infinite(), D(2).fma(3, 4), D(5).scaleb(3))
print(f"{D('1234567.891'):,.2f}", f"{D('3.14159'):.2f}", f"{D('3.14159'):10.3f}|", f"{D('0.5'):%}", f"{D('1234'):e}", f"{D('1234.5'):.2e}", f"{D('5'):05}", f"{D('-5'):+}", f"{D('5'):<8}|", f"{D('5'):^8}|", f"{D('1e10'):f}", f"{D('1.10'):g}", f"{D('2.5'):.0f}", f"{D('inf'):8}|", f"{D('12345.678'):012,.1f}", f"{D('0'):.2f}", f"{D('1E+5')}", f"{D('123.456'):.4}")
print(getcontext())
getcontext().prec = 6
print(D(1) / D(7), D("1234567") + 0, D(2).sqrt(), D("123456789"), +D("123456789"))
with localcontext() as ctx:
    ctx.prec = 50
    print(D(1) / D(7), D(2).sqrt(), D(2).ln())
    ctx.rounding = ROUND_UP
    print(D(1) / 3)
print(D(1) / D(7))
with localcontext(prec=3, traps=[]) as c:
    print(D(1) / 0, D("x"), D(10) / 3, c.flags[DivisionByZero], c.flags[Inexact], c)
attempt(lambda: setattr(getcontext(), "prec", 0))
attempt(lambda: setattr(getcontext(), "rounding", "x"))
c = Context(prec=4, rounding=ROUND_DOWN)
print(c, c.divide(D(2), D(3)), c.create_decimal("1.23456"), c.sqrt(D(3)), c.power(D(2), D(20)), c.copy().prec)
getcontext().prec = 28
total = sum(D("0.1") for _ in range(10))
print(total, total == 1, sum([D("1.5"), D(2)]), max(D(1), D(3)), sorted([D("2"), D("1.5"), D("-1")]))
amount = D("1234.56") * D("0.0825")
print(amount, amount.quantize(D("0.01")), D("1e-30") + 1, D(1) - D("1e-40"), D("9" * 28) + 1, D("0.1") + D("0.2"), D(355) / 113, D("1E-999999") * D("1e-20"))
print(pow(D(3), 4, 5), D("1.23E+5").to_eng_string(), D("12.5E+6").to_eng_string(), 5 + D(1), 2 ** D(3), 10 // D(3), 10 % D(3), 10 / D(4))
print(issubclass(DivisionByZero, ZeroDivisionError), issubclass(InvalidOperation, ArithmeticError), isinstance(D(1), Decimal), D.from_float(0.5), DecimalTuple(0, (1,), 2))

"""Floats at the ends of what is held without an object, zeros of both signs, and what is neither normal nor finite."""
import math


def edges():
    for exponent in (-1074, -1073, -1023, -1022, -1021, -767, -766, -512, -257, -256, -255, -254, -253, -1, 0, 1, 52, 53, 254, 255, 256, 257, 258, 511, 512, 767, 768, 1022, 1023):
        for mantissa in (1.0, 1.0 + 2.0 ** -52, 1.5, 2.0 - 2.0 ** -52):
            yield math.ldexp(mantissa, exponent)


def digest(values):
    total = 0
    for v in values:
        for signed in (v, -v):
            total = (total * 31 + hash(signed) + hash(signed.hex())) % 1000000007
    return total


for x in edges():
    kept = [x, -x]
    table = {x: 1, -x: 2}
    print(repr(x), (-x).hex(), kept[0] == x, kept[1] == -x, table[x], table[-x], x + x == 2 * x, kept[0] - x, math.copysign(1, kept[1]))
    assert float(repr(x)) == x and float.fromhex(x.hex()) == x and [x][0].hex() == x.hex()

zeros = [0.0, -0.0]
print(zeros, zeros[0] == zeros[1], zeros[0] is zeros[0], hash(zeros[1]), {0.0: "a", -0.0: "b"}, {0.0, -0.0, 0}, zeros.index(-0.0), zeros.count(0))
print([math.copysign(1, z) for z in zeros], [str(z) for z in zeros], ["%g %r" % (z, z) for z in zeros], [math.atan2(z, -1) for z in zeros])
print([bool(z) for z in zeros], min(0.0, -0.0), max(-0.0, 0.0), sorted([0.0, -0.0, 0.0]), sum([-0.0, -0.0]), -zeros[0], abs(zeros[1]), zeros[1] * 5, zeros[1] + 0, zeros[1] - 0.0)
others = [math.inf, -math.inf, math.nan, 5e-324, -5e-324, 1.7976931348623157e308]
print(others, [x != x for x in others], [x * 1e-300 for x in others], [x * 1e300 for x in others])


def products(xs):
    out = []
    for x in xs:
        y = x * 1e-200
        z = y * 1e-100
        w = z / 1e200 * 1e-200
        out.append((y, z, w, w / 1e-300, -w))
    return out


print(products([1.0, -1.0, 3.5, 0.0, -0.0, 1e100, 1e-23, 1e300]))
print(0.0.__eq__(-0.0), -0.0 in [0.0], (0.0,) == (-0.0,), {(0.0, 1): 2}[(-0.0, 1)], complex(-0.0, 0.0), round(-0.4), round(-0.4, 0), -0.0 // 1, -0.0 % 1, divmod(-0.0, 1.0))

# What CPython's compiler computes, and what it leaves to the program because it raises or would be too long.
import math


def texts():
    return "ab" * 3, 2 * "xy", "a" + "b" + "c", b"ab" * 2, b"a" + b"b", "" * -5, "é" * 3, "\ud800" + "\udc00", "a" * 0


def tuples():
    return (1, 2) * 3, 2 * ("a", (1, 2)), (1, 2) + (3,), () * 5, (1,) * 0, ((1, 2) * 2,) * 2


def integers():
    return (2 ** 64, 2 ** 126, 2 ** 127, 2 ** 128, -2 ** 63, (-3) ** 5, 0 ** 0, 0 ** 5, 1 ** 1000, (-1) ** 1001, 1 << 70, 7 >> 1, -7 >> 1, -1 >> 500,
            -7 // 2, 7 // -2, -7 % 3, 7 % -3, -8 // 2, 6 & 3, -6 & 255, 6 | 9, 6 ^ -3, ~5, ~-1, +7, --7, -0, 0 << 3,
            9223372036854775807 + 1, -9223372036854775808 - 1, 99999999999999999999999999999999999999 + 99999999999999999999999999999999999999,
            85070591730234615865843651857942052864 * 2, 2 ** 64 - 1 & ~15, 10 ** 38 // 7, 10 ** 20 % 7)


def floats():
    return (1 / 3, 1.5 * 2, 0.1 + 0.2, 1e308 * 10, -1e308 * 10, 10 ** -3, 2.0 ** 0.5, 2 ** -53, -0.0, -0.0 + 0, 7 / 2, 6 / 3, 9007199254740993 / 3,
            1e999 - 1e999, 0.0 * -1, 1 - 0.5, 2.5 // 1, 7.5 % 2, -2.0 ** 2, (-8.0) ** (1 / 3))


def complexes():
    return 1 + 2j, 1 - 2j, -1 - 2j, 2j + 1, 2j - 1, -2j, -(1 + 2j), 1.5 + 0j, 1 - 0j, -0.0 + 0j, 0j - 0.0, 1j * 1j, 1j + 2j, (1 + 2j) * 2


def signs(numbers):
    return [(math.copysign(1, z.real), math.copysign(1, z.imag)) for z in numbers]


print(texts())
print(ascii(texts()[7]))
print(tuples())
print(integers())
print(floats(), [math.copysign(1, x) for x in floats() if isinstance(x, float) and x == x])
print(complexes())
print(signs(complexes()))


def same_object_each_time(f):
    return [a is b for a, b in zip(f(), f())]


print(same_object_each_time(texts), same_object_each_time(tuples), same_object_each_time(complexes))
print([f() is f() for f in (lambda: "ab" * 2048, lambda: "ab" * 2049, lambda: b"a" * 4096, lambda: b"a" * 4097,
                            lambda: (1, 2) * 128, lambda: (1, 2) * 129, lambda: ((1, 2, 3, 4, 5),) * 170, lambda: ((1, 2, 3, 4, 5),) * 171)])

for wrong in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: 1 << -1, lambda: 1 >> -1, lambda: "a" + 1,
              lambda: (1,) + "a", lambda: -"a", lambda: ~1.5, lambda: 1.0 & 2, lambda: "a" * 2.0, lambda: b"a" + "a", lambda: 1e308 ** 2,
              lambda: "a" * (1 << 70), lambda: 1.5 / 0, lambda: 1j / 0):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)

# Lists and sets of constants that are only searched or gone through are constants too.
for item in [1, -2, "ab" * 2, (3, 4)]:
    print(item, end=" ")
print([item for item in {5}], [a + b for a in [1, 2] for b in [10, 20]], list(x for x in ["a", *"bc"]))
n = 3
for item in [n, n + 1, [n]]:
    print(item, end=" ")
print(-2 in [1, -2], (1, 2) in [(1, 2), 3], n in {1, n}, n in [n, 1], "x" in ["y", *"xz"], 1 not in {-1, +1})
try:
    print([] in {1, 2})
except TypeError as error:
    print(error)
try:
    print(1 in {1, n, []})
except TypeError as error:
    print(error)
if 2 * 0:
    print("never")
if "" * 3 or 1j - 1j or not 3 - 2:
    print("never")
print("done")
print([a * b for a in [1, 2, n] for b in {3}], {k: v for k, v in [("a", 1), ("b", 2)]}, sum(x for x in [1, 2, 3]), any(x > n for x in {4}), max(x for x in [n, 5]))
print([[x for x in [y, y]] for y in [1, 2]], list(x for x in [*"ab", "c"]), [x for x in []], [x for x in [(1, 2), [3]]])

# Precedence, associativity, chains, conditional expressions, literals of all kinds, and ints of any size.
print(2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, not 1 == 2, 1 + 2 * 3 - 4 // 3 % 2, ~1 + 2, -~3, +-+5, 5 - - 3, 2 * -3, 10 - 3 - 2, 2 * 3 % 4)
print(1 | 2 ^ 3 & 4 << 1, 1 << 2 + 1, 5 & 3 == 3, (5 & 3) == 3, 7 ^ 2 | 8, 1 < 2 == True, 1 < 2 < 3 < 4, 1 < 3 > 2 != 5, 3 > 2 == 2)
print(1 if 0 else 2 if 0 else 3, (1 if 1 else 2) if 1 else 3, 1 or 0 and 0, not 0 and 0, not (0 and 0), 0 or None or [] or "last", 1 and "a" and [], None and 1 / 0)
print((lambda x: x if x else "empty")(0), (lambda: (yield))().__class__.__name__, [lambda: 1, 2][1])
print(0x_FF, 0b1010_1010, 0o17, 1_000_000, 1e3, 1_0.5_0e-1_0, .5, 5., 1j, 1.5e2j, 0xdeadBEEF, 00, 0_0, 1E5, 0XaB, 0B11, 0O7)
print(10 ** 50, 2 ** 200, -(2 ** 100), 123456789012345678901234567890 * 987654321098765432109876543210, 2 ** 64 // 3, -7 // 2, -7 % 2, 7 // -2, 7 % -2, divmod(-7, 2), divmod(7, -2))
print(10 ** 40 // 7 ** 20, 10 ** 40 % 7 ** 20, (-10) ** 41 // 3, 1 << 100, (1 << 100) >> 98, -1 >> 10, -(1 << 70) >> 3, 0xF0F0 & ~0xFF, (2 ** 70) & (2 ** 70 - 1), (2 ** 70) | 1, (-(2 ** 70)) ^ 5)
print(7 / 2, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 1e308 * 10, -1e308 * 10, 2 ** 0.5, 4 ** 0.5, (-8) ** (1 / 3), 0.1 + 0.2, 1 / 3, 5 // 0.3, 1e16 + 1)
print(3 == 3.0, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 10 ** 20 < 1e20 + 1, 10 ** 400 > 1e308, float("inf") > 10 ** 400, float("nan") != float("nan"), 0.0 == -0.0, str(-0.0))
print("a" "b" 'c' """d""", r"\n" "\n".strip() or "x", b"a" b"b", "\x41\u0042\U00000043\103\N{LATIN SMALL LETTER E WITH ACUTE}", "tab\there", 'it''s', "line\
continued", b"\xff\0", R"\q", rb"\q", "\a\b\f\v".encode())
print("abc"[::-1], [1, 2, 3][-1], (1, 2, 3)[1:], "abcdef"[4:1:-1], [0, 1, 2, 3, 4][::2], range(10)[2:8:3], "abc"[5:], [][:5], "abc"[-100:100], [*range(5)][-1:-4:-2])
print(1 in [1], 4 not in (1, 2), "b" in "abc", "" in "", 1 in {1: 2}, None is None, 1 is not None, [] is [], () == (), not [] is [])
print([] < [1], [1, 2] < [1, 3], (1,) < (1, 0), "B" < "a", [1] + [2] * 2, (1,) * 3, 3 * "ab", [[]] * 2, "x" * -1, [1, 2] == [1, 2.0], {1, 2} == {2, 1}, {"a": 1} == {"a": 1.0})
print({1, 2, 3} - {2}, {1} | {2}, {1, 2} & {2, 3}, {1, 2} ^ {2, 3}, {"a": 1} | {"b": 2}, {1} < {1, 2}, {1: 1}.keys() & {1}, {1: 1, 2: 2}.keys() - {1})
a = [1, 2, 3]
print([*a, *a], (*a,), {*a}, {**{"x": 1}, "y": 2}, [*"ab", *range(2)], *a, sep="|")
print((1), (1,), (), [()], ((),), {}, {()}, {(): 1}, [[], {}], -1 ** 2, (-1) ** 2, 1,)
print(True + True, True * 3, True == 1, True is 1, -True, ~True, True & False, True | 2, True ^ True, sum([True, False, True]), [10, 20][True], {True: "a"}[1], "%d" % True)
t = 1, 2
print(t, (yield_ := 5), yield_, 5 .real, 5..real, 1.0.is_integer(), (5).bit_length(), 0x1F.bit_length(), (1_000).__add__(1), "a".join("xyz"), [1, 2].__len__(), (1, 2).__class__)
for e in ("1 // 0", "zero"):
    try:
        if e == "zero": 0 ** -1
        1 // 0
    except ZeroDivisionError as z:
        print(z)
for f in (lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: divmod(1, 0), lambda: 1j / 0, lambda: 1 << -1, lambda: 1 >> -1, lambda: 2.0 ** 10000, lambda: 10 ** 400 * 1.0,
          lambda: int(float("inf")), lambda: int(float("nan")), lambda: 1 << 2 ** 100, lambda: "a" * 2 ** 62, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(3, -1, 7), lambda: 10 ** 400 / 3, lambda: 10 ** 400 / 10 ** 399, lambda: float(10 ** 400),
          lambda: ~1.5, lambda: 1.5 << 1, lambda: 1.5 & 1, lambda: -"a", lambda: +[], lambda: not_defined, lambda: 1 < 1j, lambda: [] + (), lambda: {} + {}, lambda: () * 1.0, lambda: "a" - "b", lambda: None + 1, lambda: 1 @ 2, lambda: "a" % 1, lambda: [1] in {1}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(1 .__add__(2), 1..__add__(2), int.__neg__(5), (1).__truediv__(2), (1).__add__("a"), (1).__eq__(1.0), (1.0).__eq__(1), "a".__add__("b"), [1].__contains__(1), (3).__pow__(2, 5), (1).__lt__(2), (2).__rsub__(5))
big = 10 ** 30
print(big + 1 - big, big * big // big == big, big & 0xFF, hash(big) == hash(float(big)) if float(big) == big else "-", -big // 7, -big % 7, big.bit_length(), (big >> 3) << 3, int(str(big)) == big, f"{big:,}", big ** 2 % 1000007)
print(max(1, 2.0), min("b", "a"), abs(-3), abs(-2.5), abs(3 + 4j), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1e20), int(-3.9), int("0x1f", 16), int("-0b11", 0), int(" 12 "), float(" 1e3 "), complex("1+2j"))

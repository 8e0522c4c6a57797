"""// and % by constants in typed code, powers of two and others, of both signs; slices of texts and tuples there."""


def quotients(n):
    total = 0
    for i in range(-n, n + 1):
        total = total * 3 % 1000003 + i // 1 + i // 2 + i // 8 + i // 1024 + i // 3 + i // -2 + i // -1 + i // 10
        total += i % 1 + i % 2 + i % 8 + i % 1024 + i % 3 + i % -2 + i % -8 + i % 10
    return total


def ends(values):
    out = []
    for v in values:
        out.append((v // 2, v % 2, v // 4096, v % 4096, v // -1, v % -1, v // 7, v % 7, v // 4611686018427387904, v % 4611686018427387904))
    return out


def dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__"


def pieces(text, n):
    total = 0
    for i in range(n):
        total += len(text[i:i + 3]) + (text[i:] == text[-i:]) + (text[::-1][:i] < text[:i])
    return total


def halves(t, n):
    total = 0
    for i in range(n):
        total += len(t[:i]) * len(t[i:]) + len(t[::2])
    return total


def divided(n, d):
    try:
        return n // d, n % d
    except ZeroDivisionError as error:
        return str(error)


print(quotients(3000))
print(ends([0, 1, -1, 2 ** 62 - 1, -2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 64, -2 ** 64 - 1, 12345678901, -12345678901]))
print([dunder(name) for name in ["__init__", "__x", "_a_", "__", "_____", "é__é", "__é__"]])
print(pieces("hello world, ünïcode — text", 30), pieces("", 3), halves((1, 2, 3, 4), 6), halves([1] * 5, 6), halves(b"bytes", 7))
print(divided(7, 2), divided(-7, 2), divided(7, 0), [divided(i, 4) for i in range(-5, 6)])

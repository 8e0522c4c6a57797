# Widths and precisions that no memory has or no C int holds.
import sys


def attempt(f):
    try:
        text = f()
        print(len(text), text[:60])
    except Exception as e:
        print(type(e).__name__, e)


big = sys.maxsize
for form, values in [("%.*d", (big, 1)), ("%.*d", (2**31 - 1, 1)), ("%.*d", (2**31, 1)), ("%.*d", (-5, 1)), ("%*d", (-5, 1)),
                     ("%*d", (big, 1)), ("%*d", (-big, 1)), ("%*d", (2**70, 1)), ("%.*f", (2**31, 1.0)), ("%.*x", (big, 1)),
                     ("%.2147483647d", 1), ("%.2147483648d", 1), ("%.99999999999999999999d", 1),
                     ("%99999999999999999999d", 1), ("%.*g", (109, -1e49 / 3)), ("%12.*f", (1234, 1.0))]:
    attempt(lambda: form % values)
    attempt(lambda: form.encode() % values)
for form in ("%.*s", "%*s"):
    for size in (2**31, 2**40, big):
        if form == "%.*s" or size == big:
            attempt(lambda: form % (size, "a"))
attempt(lambda: format(1, str(big)))
attempt(lambda: format("text", "*^" + str(big)))
attempt(lambda: f"{1.5:{big}}")
attempt(lambda: format(1, "9" * 30))
for separator in (b"\0", "\0", "", None, "\xe9", "ab", bytes([200]), 1, b"::"):
    attempt(lambda: b"\xb9\x01\xef".hex(separator))

# str.format and f-strings: fields, attributes, indices, conversions, nesting, __format__, and every error.
def show(text, *args, **kw):
    try:
        print(text.format(*args, **kw))
    except Exception as e:
        print(repr(text), type(e).__name__, e)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
        self.d = {"k": [10, 20], "0": "zero text", 0: "zero int"}

    def __format__(self, spec):
        return f"P<{spec}>"

    def __repr__(self):
        return "Point()"

    def __getitem__(self, key):
        return (type(key).__name__, key)


p = Point(1, 2)
for t in ("{} {}", "{0} {1}", "{1} {0} {1}", "{} {1}", "{0} {}", "{2}", "{a}", "{0.x}", "{0.d[k][1]}", "{0.d[0]}", "{0[abc]}", "{0[5]}", "{0[-1]}", "{0[01]}", "{0[]}", "{0[a]b}", "{0.}", "{0..x}", "{.x}", "{[k]}", "{!r}", "{!s:>10}", "{!a}", "{!x}", "{!}", "{!rr}", "{:abc}", "{0:{1}}", "{:{}}", "{0:{1}>{1}}", "{0:{1:{1}}}", "{", "}", "{{", "}}", "{{}}", "{{{0}}}", "{0", "0}", "{0!r", "{0:", "{0]}", "{ 0}", "{0 }", "{-1}", "{1.5}", "{0[", "{0[a}", "{é}", "{a.b}", "{0!s!r}", "{99999999999999999999}", "{0:}}", "{:{:}}"):
    show(t, p, 8)
show("{a} {b[0]} {c.real}", a=1, b=[2], c=3)
show("{a}{}", 5, a=1)
show("{self} {format}", self=1, format=2)
show("{0.__class__.__name__} {0!r:>6}", "x")
show("{:>{w}.{p}f}|{:<{w}}|", 3.14159, "é", w=8, p=2)
show("{0[x y]} {0[a.b]}", {"x y": 1, "a.b": 2})
show("{0.missing}", 5)
show("{0[9]}", [1])
show("{0[k]}", [1])
show("{:d}", "x")
show("{:s}", 5)
show("{:5}", None)
show("{}", [1, "a", None])
show("{:>10}", [1])
show("{:}", object)
show("{:10}", "é")
show("{:=5}", "x")
show("{:05}", "x")
show("{:,}", "x")
show("{:.2}", "xyz")
show("{:é^7.3}", "日本語文")
print("{a} {b}".format_map({"a": 1, "b": 2}), "{x}".format_map(type("D", (dict,), {"__missing__": lambda self, k: k.upper()})()))
n, w, s = 3.14159, 10, "text"
print(f"{n:.2f} {n!r} {s!r:>{w}} {s:*^{w}} {w:>+{w}} {n=} {n=:.1f} {s=} {s = } {w + 1 = } {s=!s} {n!s:.3}")
print(f"{{}} {{{w}}} {'a' 'b'} {'nested ' + f'{w:03}'} {[x for x in range(3)]} {(lambda x: x * 2)(4)} {w if n else s} {dict(a=1)['a']}")
print(f"{s[0]}{s[-1]}{s[1:3]} {p} {p:spec} {p!r:>8} {p!s} {None} {True:d} {w:#x} {w:08b} {1e10:,.0f} {'x':>3}{'y':<3}|")
print(f"{'''triple'''} {w if w else 0}"
      f" second" " plain {not a field}" f" {w!r}", rf"\d{w}\n", f"\x41\N{BULLET}{w}\t|", f"{w:{'>'}{5}}", f'{"a" if True else "b"}')
print(f"{3:{1}{0}}", f"{'a':{'<'}{'5'}}|", f"{w!r:^{w}.{1}}|", f"{0.1 + 0.2:.{3}g}")
for f in (lambda: f"{p.zzz}", lambda: f"{w:zz}", lambda: f"{s:d}", lambda: f"{undefined_name}", lambda: f"{[]:5}", lambda: f"{n:.{-1}f}", lambda: f"{w:{'x' * 3}}"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Bad:
    def __format__(self, spec):
        return 5

    def __str__(self):
        return 7

    def __repr__(self):
        return None


for f in (lambda: f"{Bad()}", lambda: format(Bad()), lambda: str(Bad()), lambda: repr(Bad()), lambda: f"{Bad()!r}", lambda: "%s" % Bad(), lambda: "%r" % (Bad(),), lambda: print(Bad()), lambda: ascii(Bad()), lambda: format(1, 5), lambda: format(), lambda: format(1, "", 2), lambda: object().__format__("x"), lambda: [Bad()].__repr__()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

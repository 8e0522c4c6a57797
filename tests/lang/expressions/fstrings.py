# f-strings: conversions, specs, nesting, =, quotes, and the errors of formatting.


class F:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "F()"
    def __str__(self): return "str F"


x, y, name, f = 42, 3.14159, "World", F()
w, p = 12, 3
print(f"{x}", f"{x!r}", f"{name!r}", f"{name!s}", f"{'é'!a}", f"{f}", f"{f!r}", f"{f!s:>8}", f"{f:spec}", f"{f!r:*^9}")
print(f"{x:5}|{x:<5}|{x:^5}|{x:>5}|{x:05}|{x:+}|{x: }|{x:x}|{x:#x}|{x:#o}|{x:#b}|{x:,}|{x:e}|{x:c}")
print(f"{y:.2f}|{y:10.3f}|{y:<10.1f}|{y:e}|{y:g}|{y:%}|{y:{w}.{p}f}|{y:{'>'}{w}}|{y:{'*^' + str(w)}}")
print(f"{name:10}|{name:>10}|{name:^11}|{name:.3}|{name:*<8.2}|{name!r:>10}")
print(f"{1234567:,} {1234567:_} {1234567.891:,.1f} {255:_b} {255:08b} {-5:=+6} {0.1:.20f} {1e100:.3g}")
print(f"{{}}", f"{{{x}}}", f"{{x}}", f"{{{{{x}}}}}", f"a{{b", f"}}", "{" f"{x}" "}")
print(f"{x=}", f"{x = }", f"{x=!s}", f"{name=}", f"{name=!s}", f"{y=:.2f}", f"{ x + 1 = }", f"{f=}", f"{f=:q}", f"{[1, 2][0]=}", f"{len(name)=:>5}")
print(f"{'nested ' + f'{x} {y:.1f}'}")
print(f"{(lambda a: a * 2)(3)}", f"{[i for i in range(3)]}", f"{ {'a': 1}['a'] }", f"{x if x > 5 else y}", f"{x, y}", f"{(x)}", f"{not x}", f"{x == 42}", f"{x != 42!r}", f"{*[1, 2], 3}")
print(f"{(z := 7)} {z} {z:=5}", f"{x:{'d'}}", f"{x:>{w}d}", f"{''}", f"" == "", f"{None} {True} {...}")
print(f"""multi
{x}
{
    name
}
end""", f'''{"a"}{'b'}{"""c"""}''')
print(rf"\n{x}\t", fr"{name}\d", f"\n{x}".strip(), f"\x41{x}\u00e9", F"{x}", f"\N{BULLET}{x}")
print("a" f"{x}" "b" f"{name}", f"{x}" + "c", f"{x}" * 2, f"{x}{x}{x}", f"{x}" "{x}")
print(f"{1 + 2j:.1f}", f"{True:d} {True} {True:5}|", f"{None!s:>6}")
print(f"{'a':>{5}}", f"{x:{w}{'x'}}", f"{3:{'0'}{5}}", f"{'%s' % 5} {'{}'.format(6)}", f"{3!r:0>4}")
width, items = 6, {"k": [1, 2, {"z": "deep"}]}
print(f"{items['k'][2]['z']:>{width}}|{items['k'][0]:^{width}}|{sum(items['k'][:2])}")
print(f"{'yes' if x else 'no':^{width + 1}}|{max(1, 2):{w // 2}}|{', '.join(f'{i:02}' for i in range(3))}")


def show(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: f"{x:z}")
show(lambda: f"{name:d}")
show(lambda: f"{[]:5}")
show(lambda: f"{None:5}")
show(lambda: f"{object():x}"[:0] + "x")
show(lambda: f"{x:.2}")
show(lambda: f"{x:,d} {x:,x}")
show(lambda: f"{y:d}")
show(lambda: f"{1j:%}")
show(lambda: f"{name:=5}")
show(lambda: f"{name:+}")
show(lambda: f"{x:{name}}")
show(lambda: f"{x:5.2d}")
show(lambda: f"{undefined_name}")
show(lambda: f"{1 / 0}")
show(lambda: f"{-1:c}")
show(lambda: f"{1114112:c}")
show(lambda: f"{x:10000000000000000000000}")
show(lambda: f"{type('B', (), {'__format__': lambda s, q: 5})()}")
show(lambda: f"{type('B', (), {'__str__': lambda s: 5})()}")
show(lambda: f"{type('B', (), {'__repr__': lambda s: 5})()!r}")
show(lambda: "{} {}".format(1))
show(lambda: "{0} {}".format(1))
show(lambda: "{a}".format())
show(lambda: "{".format())
show(lambda: "}".format())
show(lambda: "{0[a]} {1.real} {k!r:>5} {}".format({"a": 1}, 2, k="v"))
show(lambda: "{0[a]} {1.real} {k!r:>5}".format({"a": 1}, 2, k="v"))
show(lambda: "{!x}".format(1))
show(lambda: "{:{}}".format("a", 5) + "{:{w}.{p}}".format(3.14159, w=8, p=3))
show(lambda: "%5d|%-5s|%05.1f|%x|%r|%%|%c|%+d|%e" % (1, "a", 2.55, 255, "q", "z", 3, 1234.5))
show(lambda: "%(a)s %(b)03d" % {"a": 1, "b": 2})
show(lambda: "%s" % (1, 2))
show(lambda: "%d" % "x")
show(lambda: "%s %s" % 1)
show(lambda: "%z" % 1)
show(lambda: format(3.7, ".0f") + format("a", "^3") + format(5) + format(None) + format(F(), "q"))

# string: constants, capwords, Template and its subclasses, Formatter and its hooks.
import string


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable), string.capwords("hello  big\tworld"), string.capwords("a-b-c", "-"), repr(string.capwords("  x  y ")))
T = string.Template
for text in ("$who likes $what", "${who}s", "$$5 and $who", "$who$what", "$Who", "${who", "$", "$ x", "$1", "$who_x", "${}", "end $", "$who.$what", "no fields", "$é", "${ who }"):
    t = T(text)
    show(t.substitute, who="Tim", what="kung pao")
    show(t.safe_substitute, who="Tim")
t = T("$a $b")
show(t.substitute, {"a": 1, "b": 2})
show(t.substitute, {"a": 1}, b=3)
show(t.substitute, {"a": 1}, a=9, b=3)
show(t.substitute)
show(t.substitute, {}, {}, {})
print(t.template, t.get_identifiers(), t.is_valid(), T("$ x").is_valid(), T("$x ${y} $$ $x").get_identifiers())
f = string.Formatter()
show(f.format, "{} {1}", 1, 2)
show(f.format, "{0} {name!r:>6} {0[0]}", ["a"], name="n")
show(f.format, "{} {}", 1)
show(f.format, "{x}", y=1)
show(f.format)
show(f.format, "{:{}}", 5, 4)
show(f.vformat, "{0}{k}", (1,), {"k": 2})
print(list(f.parse("a{b}c{0.x[1]!r:>{w}}{{}}d")), list(f.parse("")), list(f.parse("plain")))
show(lambda: list(f.parse("{")))
show(lambda: list(f.parse("a}b")))
show(f.get_field, "0.real", (5,), {})
show(f.get_value, 0, ("v",), {})
show(f.get_value, "k", (), {"k": 1})
show(f.convert_field, "é", "a")
show(f.convert_field, 5, "z")
show(f.format_field, 3.14159, ".2f")


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        if spec == "up":
            return str(value).upper()
        return super().format_field(value, spec)

    def convert_field(self, value, conversion):
        if conversion == "x":
            return f"[{value}]"
        return super().convert_field(value, conversion)

    def check_unused_args(self, used, args, kwargs):
        extra = set(kwargs) - set(used)
        if extra:
            raise ValueError(f"unused {sorted(extra)}")


d = Default()
show(d.format, "{a} {b:up} {c!x} {0}", 7, b="bee", c=1)
show(d.format, "{a}", z=1)
show(d.format, "{0:up}{1!r}", "q", "r")


# Every kind of placeholder and what is none.
from string import Template
t = Template("$a is ${b}, $$5 $a_1 ")
print(repr(t.substitute(a=1, b=[2], a_1="ü")), t.substitute({"a": 1, "b": 2}, a_1=None), t.safe_substitute(a=3))
for text in ("$", "x $", "${", "${a", "${a-b}", "$1", "a\nb $(", "${}", "$é", "$$$", "$a$"):
    for how in ("substitute", "safe_substitute"):
        try:
            print(repr(text), how, repr(getattr(Template(text), how)({"a": "A"})))
        except (ValueError, KeyError) as e:
            print(repr(text), how, type(e).__name__, e)
class M:
    def __getitem__(self, k):
        return k.upper() * 2
print(Template("$x-${y}é漢$z").substitute(M()), Template("").substitute(), Template("plain").substitute())
class P(Template):
    delimiter = "%"
class Q(Template):
    idpattern = "[a-z]+"
print(P("%a $a %%").substitute(a=1), Q("$A ${ab}1").substitute(A=1, ab=2), Q("$abc").substitute(abc=3))

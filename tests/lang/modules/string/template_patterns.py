"""string.Template's class attributes: delimiter, idpattern, braceidpattern, flags and pattern changed by subclasses."""
import re
import string
from string import Template

print(Template.delimiter, Template.idpattern, Template.braceidpattern, Template.flags, Template.pattern.pattern.split())
print(Template("$a ${b} $$ $Ä $é").safe_substitute(a=1, b=2), Template("$ſa").is_valid())


class Percent(Template):
    delimiter = "%"


class Dotted(Template):
    idpattern = r"[a-z][a-z0-9.]*"


class Braced(Template):
    braceidpattern = r"[0-9]+"


class Sensitive(Template):
    flags = 0


class Own(Template):
    pattern = r"""
      (?P<escaped>\[\[)  | \[(?P<named>[^\[\]]+)\] | (?P<braced>x{10}) | (?P<invalid>\[)
    """


class Precompiled(Template):
    delimiter = "@@"
    idpattern = "[0-9]"


class Missing(Template):
    pattern = r"\$(?P<named>a)|(?P<escaped>\$\$)|(?P<braced>b!)|(?P<invalid>c!)|(?P<other>!)"


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e.args[0]}"


values = {"a": 1, "a.b": 2, "7": 3, "B": 4, "b": 5}
for cls, texts in ((Percent, ("%a %% ${a} %{b}", "% x")), (Dotted, ("$a $a.b ${a.b}.", "$a..b")), (Braced, ("$a ${7}", "${a}")),
                   (Sensitive, ("$a $b", "$B $a", "${B}")), (Own, ("[a] [[x] [b]", "[", "x [] y")), (Precompiled, ("@@7@@@@ @@{7}", "@@a")),
                   (Missing, ("$a $$ ", "c!", "!", "b!"))):
    for text in texts:
        t = cls(text)
        print(cls.__name__, text, "|", attempt(t.substitute, values), "|", attempt(t.safe_substitute, values), "|", attempt(t.is_valid), "|",
              attempt(t.get_identifiers))
print(isinstance(Percent.pattern, re.Pattern), Dotted.pattern.flags == Template.pattern.flags, Percent.pattern is Template.pattern)


class Sub(Percent):
    idpattern = "x+"


print(Sub("%xx %y").safe_substitute(xx="ok"), string.Template is Template)
print(attempt(type, "Bad", (Template,), {"idpattern": "("}))

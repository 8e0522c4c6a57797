from xml.sax import saxutils
from xml.sax.saxutils import escape, unescape, quoteattr
import keyword
import numbers

print(escape("<a & b>"), escape("a'b", {"'": "&apos;"}), unescape("&lt;a &amp;amp; b&gt;"), unescape("&apos;", {"&apos;": "'"}))
print(quoteattr("x"), quoteattr('x"y'), quoteattr("x'\"y"), quoteattr("a\n\t<"), saxutils.quoteattr(""))
print(keyword.iskeyword("for"), keyword.iskeyword("foo"), keyword.issoftkeyword("match"), len(keyword.kwlist))
for value in (1, True, 1.5, 2j, "x"):
    print(value, [t.__name__ for t in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)
                  if isinstance(value, t)])
print(issubclass(int, numbers.Rational), issubclass(float, numbers.Rational))
try:
    numbers.Integral()
except TypeError as e:
    print(str(e)[:60])

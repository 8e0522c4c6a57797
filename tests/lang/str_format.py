def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


for s in ["{!z}", "{!\x01}", "{!", "{!r", "{!rx}", "{:", "{", "}", "{0", "{0[}", "{0[]}", "{0.}", "{0[a]x}", "{ 0}", "{a{b}}", "{0:{", "{0:{}", "{:{:{}}}", "{99999999999999999999}", "{0[99999999999999999999]}", "{!é}", "{0!}", "{.real}{}", "{[0]}", "{0}{}", "{}{0}", "{a.b}", "{:}}", "{{}", "{0.real.imag}", "{0[0][1]}", "{!r:>5}|{!s:<4}|", "x}}{{y", "{0:{0}}", "{2}", "{:x}{:b}", "{0:>{1}}|", "{:{}}|", "{a}", ""]:
    print(ascii(s), end=' ')
    t(lambda: s.format(5, 6))
t(lambda: "%" % 1); t(lambda: "%(a" % {}); t(lambda: "%(a)" % {'a': 1}); t(lambda: "%(a)s %s" % {'a': 1}); t(lambda: "%s %(a)s" % {'a': 1})
t(lambda: "%*d" % ("x", 1)); t(lambda: "%.*d" % ("x", 1)); t(lambda: "%99999999999999999999d" % 1); t(lambda: "%.99999999999999999999d" % 1)
t(lambda: "%c" % -1); t(lambda: "%c" % 0x110000); t(lambda: "%c" % 1.5); t(lambda: "%c" % "ab"); t(lambda: "%x" % 1.5); t(lambda: "%d" % "a"); t(lambda: "%f" % "a")
t(lambda: "%d" % 1.9); t(lambda: "%x" % "a"); t(lambda: "%i" % None); t(lambda: "%s%s" % (1,)); t(lambda: "a%" % ()); t(lambda: "%s" % {}); t(lambda: "a" % {})
t(lambda: "a" % []); t(lambda: "a" % "x"); t(lambda: "a" % 5); t(lambda: "%5%|" % ()); t(lambda: "|%5%|" % (1,)); t(lambda: "%ld %hd %Ld" % (1, 2, 3))
t(lambda: "%-05d|%+ d|%#x|%#X|%#o|%08.3f|%+.2e|%g|%#g|%G" % (3, 4, 255, 255, 8, 3.14159, 12345.678, 1e10, 1.0, 1e-10))
t(lambda: "%05s|%.3s|%10.2s|%r|%a" % ("ab", "abcdef", "abcdef", "é", "é")); t(lambda: "%.3d|%5.3d|%-8.4d|%+.3d|%08.3d|%#.4x|%x" % (5, 5, 5, 5, 5, 10, -255))
t(lambda: "%d" % 10**30); t(lambda: "%x" % (10**30)); t(lambda: "%s" % ((1, 2),)); t(lambda: "%(a)s%(b)d" % {'a': 'x', 'b': 2}); t(lambda: "%(a)s" % [1])
t(lambda: "%(a)s" % 5); t(lambda: "%(a(b))s" % {'a(b)': 1}); t(lambda: "%.0f %.0f" % (0.5, 1.5)); t(lambda: "%f %F %e" % (float('inf'), float('nan'), float('-inf')))
t(lambda: "%05f|% f" % (float('inf'), float('nan'))); t(lambda: "%.50f" % 0.1); t(lambda: "%\u20ac" % 1); t(lambda: "%y %" % (1,)); t(lambda: "%d" % True)
t(lambda: "%s" % True); t(lambda: "%.1f" % 3); t(lambda: "%c%c" % (65, "é")); t(lambda: "%o %X" % (-8, -255)); t(lambda: "%c" % b'a')
t(lambda: b"%s" % b"x"); t(lambda: b"%s" % "x"); t(lambda: b"%b" % 5); t(lambda: b"%c" % 65); t(lambda: b"%c" % b"a"); t(lambda: b"%c" % b"ab"); t(lambda: b"%c" % 256)
t(lambda: b"%r %a" % ("é", "é")); t(lambda: b"%d %x %5.1f" % (1, 255, 2.5)); t(lambda: b"%(a)s" % {b'a': b'x'}); t(lambda: b"%(a)s" % {'a': b'x'}); t(lambda: b"%d" % "a")
t(lambda: b"%5s|%-5s|%.1s|%05d" % (b"a", b"b", b"cd", 3)); t(lambda: b"%s" % (1, 2)); t(lambda: b"%s %s" % (b'1',)); t(lambda: b"a" % 1)
t(lambda: b"%c" % "a"); t(lambda: b"%s" % bytearray(b"x")); t(lambda: bytearray(b"%s") % b"y"); t(lambda: b"%i %u" % (1.5, 2)); t(lambda: b"%f" % "x"); t(lambda: b"%" % ()); t(lambda: b"%(a" % {})


class I:
    def __index__(self):
        return 66


t(lambda: "%c" % I()); t(lambda: "%x" % I()); t(lambda: "%d" % I()); t(lambda: "%*d" % (I(), 1)); t(lambda: "%s %% %d" % ("a", 3)); t(lambda: "%()s" % {'': 1})
t(lambda: "%(a)*d" % {'a': 5}); t(lambda: "%#d %#i %#5x|%-#8x|%0#8x" % (1, 2, 3, 4, 5)); t(lambda: "%+x % x %+o" % (1, 2, 3)); t(lambda: "%5c|%-5c|%05c" % ("a", "b", "c"))
t(lambda: "% s" % "a"); t(lambda: "%.0s|" % "a"); t(lambda: "%.f" % 2.5); t(lambda: "%0.*f" % (-1, 2.5)); t(lambda: "%-*d|" % (5, 1)); t(lambda: "%*d|" % (-5, 1))
t(lambda: "%e" % 10**400); t(lambda: "%d" % float('nan')); t(lambda: "%d" % float('inf')); t(lambda: "%x" % True); t(lambda: "%.3c" % "a"); t(lambda: "%.2r" % "abc")
for spec in ("", "s", "5", "<5", ">5", "^5", "*^6", "05", "é>5", ".2", "5.2", "+", " ", "#", "=5", ",", "d", "z", "5s", "{}", "\U0001F600<4", "10.3s"):
    print(ascii(spec), end=" ")
    t(lambda: format("abc", spec))


class D(dict):
    def __missing__(self, k):
        return "<" + k + ">"


class P:
    x = [1, {"k": "v"}]

    def __format__(self, spec):
        return "P(" + spec + ")"


t(lambda: "{a} {b}".format_map(D(a=1))); t(lambda: "{0.x[1][k]} {0:abc} {p:{w}}".format(P(), p=P(), w="zz")); t(lambda: "{0!r}".format("é")); t(lambda: "{:a}".format(None))

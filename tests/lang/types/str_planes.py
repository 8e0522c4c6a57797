# str methods on Latin-1, the BMP and beyond: case, predicates, searching, slicing, comparison, hashing.
words = ["straße", "ΑΣ ΣΑΣ", "İstanbul", "ǅ ǆ", "ﬁﬂ", "ñandú", "日本語", "😀🎉", "a\u0301e", "ß", "ŉ", "\u1e9e", "ΰ", "Å", "Ω", "𐐨𐐀", "ᾳᾼ", "i̇", "x²", "Ⅷ", "٣", "½"]
for w in words:
    print(w, len(w), w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold(), ascii(w))
for w in words + ["", " ", "\t\n", "\x1c", "\x85", "\xa0", "\u2028", "\u200b", "\u3000", "a1", "_x", "1x", "ª", "\ud800", "\U000e0001", "\xad"]:
    print(ascii(w), "".join(str(int(getattr(w, n)())) for n in ("isalpha", "isalnum", "isdecimal", "isdigit", "isnumeric", "isidentifier", "islower", "isupper", "istitle", "isspace", "isprintable", "isascii")), repr(w) == "'" + w + "'")
t = "aé日😀b😀日éa"
print(t[::-1], t[2:5], t[-3:], t[::2], t[7:1:-2], t.find("😀"), t.rfind("😀"), t.index("日", 3), t.count("é"), t.count(""), t.find("", 9), t.find("", 10), t.rfind(""), t.partition("b"), t.rpartition("日"), t.split("日"), t.replace("😀", "-"), t.replace("é", ""), t.replace("", "."), t.replace("a", "😀", 1))
print(t.startswith("aé"), t.startswith("日", 2), t.endswith(("x", "éa")), t.strip("aé"), t.lstrip("a日é"), t.rstrip("éa日"), t.center(15, "日"), t.ljust(12, "é"), t.rjust(11, "😀"), "😀" in t, "😁" in t, "é日" in t)
print(sorted(["é", "e", "z", "Z", "日", "😀", "\uffff", "a\u0301"]), max("aé日😀"), min("aé日😀"), "é" < "f", "\uffff" < "😀", "abc" < "abcd", "" < "a")
print([hex(ord(c)) for c in t[:4]], chr(0x1F600) == "😀", "\N{GREEK SMALL LETTER ALPHA}", "\x41\u0042\U00000043\103", len("\N{BULLET}"), "é" == "e\u0301")
print("a\rb\nc\r\nd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
print(" a\u2003b\xa0c\u3000d\x1ce ".split(), " a  b ".split(" "), "a,b,,c".split(",", 2), "a,b,,c".rsplit(",", 2), " a b c ".split(None, 1), " a b c ".rsplit(None, 1), "  ".split(), "".split(), "".split(","), "abc".split("bc"), "aXXbXX".rsplit("XX"))
print("a\tb\t\tc".expandtabs(), "a\tb".expandtabs(4), "日\tx".expandtabs(4), "\t".expandtabs(0), "ab\ncd\te".expandtabs(3), "a\tb".expandtabs(-1))
print("-42".zfill(6), "+é".zfill(5), "".zfill(3), "x".zfill(0), "--1".zfill(5), "a-b_c d'e".title(), "they're bill's".title(), "x1y2".title(), "HELLO wORLD".capitalize(), "éÀ".swapcase())
print("abcabc".translate({97: "😀", 98: None, 99: 0x65E5}), "héllo".translate(str.maketrans("hé", "HÉ", "l")), "abc".translate({}), "abc".translate("xyz" * 40), "é".translate({233: "e"}))
print("ab" * 3, 2 * "é", "x" * 0, "x" * -1, "日" * 2, "a" "b" 'c', "é" + "日" + "😀", ("x" * 1000 + "é").count("x"), len("é" * 10 ** 5), "😀" * 2)
print(repr("'"), repr('"'), repr("'\""), repr("\\\n\r\t\x00\x7f\x80\xa0\xad\u0378\u2028\ud800\U0010ffff"), ascii("é\u1234\U00012345'"))
print("hash equal", hash("abc") == hash("abcd"[:3]), {"é": 1}["\xe9"], "日" in {"日"}, "a" is "a", str("é") == "é", "A".lower() == "a", "%c%c" % (233, "日"), "%5s|%-5s|%.1s" % ("日本", "é", "😀x"), f"{'é':*^5}{'😀':>3}|")
print("abc".removeprefix("ab"), "abc".removesuffix("bc"), "abc".removeprefix("x"), "😀a".removeprefix("😀"), "abab".removesuffix("ab"), "x".removesuffix(""))
print("é".encode(), "日".encode("utf-16-le"), "😀".encode("utf-8"), "é".encode("latin-1"), b"\xf0\x9f\x98\x80".decode(), "\ud800".encode("utf-8", "surrogatepass"), "a\xe9\u65e5".encode("ascii", "xmlcharrefreplace"), "日é".encode("ascii", "backslashreplace"), b"\xff\x41".decode("ascii", "surrogateescape"))

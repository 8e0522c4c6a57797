# The encodings unicode_escape and raw_unicode_escape, and transforms that are no text encodings.
import codecs
def t(f):
    try: return ascii(f())
    except Exception as e: return type(e).__name__ + ": " + str(e)
texts = ["", "plain", "a\tb\nc\rd\\e'f\"", "\x00\x1f\x7f\x80\xff", "\u0100\uffff\ud800", "\U00010000\U0010ffff", "mixed \xe9 \u20ac \U0001f600\n"]
for s in texts:
    print(t(lambda: s.encode("unicode_escape")), t(lambda: s.encode("raw_unicode_escape")), t(lambda: s.encode("unicode-escape")))
datas = [b"", b"plain", b"a\\tb\\nc\\rd\\\\e\\'f\\\"g", b"\\a\\b\\f\\v\\0\\01\\012\\1234\\7", b"\\x41\\u0041\\U00000041", b"\\\nnewline",
         b"\xe9\xff", b"\\ud83d\\ude00", b"\\x4", b"\\x", b"\\u12", b"\\U0011ffff", b"\\U001", b"\\", b"a\\", b"\\q\\w", b"\\N{", b"\\N", b"\\N{}",
         b"\\777", b"\\400", b"\\8", b"\\xzz", b"abc\\xg1def", b"\\u00e9\\"]
import warnings
warnings.simplefilter("ignore")
for d in datas:
    print(d, t(lambda: d.decode("unicode_escape")), "|", t(lambda: d.decode("raw_unicode_escape")))
    for e in ("ignore", "replace", "backslashreplace"):
        print("   ", e, t(lambda: d.decode("unicode_escape", e)), "|", t(lambda: d.decode("raw_unicode_escape", e)))
print(t(lambda: codecs.encode("Hello", "rot13")), t(lambda: codecs.decode("Uryyb", "rot_13")))
print(t(lambda: codecs.encode(b"Hello", "hex")), t(lambda: codecs.decode(b"48656c6c6f", "hex_codec")), t(lambda: codecs.decode(b"4", "hex")))
print(t(lambda: codecs.encode(b"Hello", "base64")), t(lambda: codecs.decode(b"SGVsbG8=\n", "base64_codec")))
print(t(lambda: codecs.encode("Hello", "hex")), t(lambda: codecs.encode(b"x", "rot13")))
print(t(lambda: "x".encode("rot13")), t(lambda: b"x".decode("hex")), t(lambda: "x".encode("hex")), t(lambda: b"x".decode("rot13")))
print(codecs.lookup("unicode_escape").name, codecs.lookup("raw-unicode-escape").name, codecs.lookup("rot13").name, codecs.lookup("hex").name, codecs.lookup("base64").name)
print(t(lambda: codecs.unicode_escape_decode(b"a\\n")), t(lambda: codecs.unicode_escape_encode("a\n")))

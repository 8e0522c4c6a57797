"""utf-7: whole texts, pieces, files, errors; random texts and bytes."""
import codecs
import io
import os
import random
import tempfile


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for text in ("", "abc", "a+b", "+", "++-", "hé", "日本語-x", "日a", "日-", "日+", "~\\", "\t\r\n \0\x7f", "😀", "a😀😀/", "\ud800x", "\udc00\ud800",
             "1 + 1 = 2;", "é"):
    data = text.encode("utf-7")
    print(ascii(text), data, data.decode("utf-7") == text)

for data in (b"+", b"+-", b"+--", b"a+AOk-b", b"+AOk", b"+AOkx", b"+AO-", b"+A-", b"+!", b"a\xffb", b"+2AA-", b"+2AAAYQ-", b"+2ADcAA-",
             b"+AOl-", b"+AOk\xff", b"+AOkAAAA-", b"+2AA", b"+2AA\xff", b"x+-y", b"+/-", b"+AOl", b"+AA\xe9z", b"+\xe9"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        print(data, errors, ascii(attempt(data.decode, "utf-7", errors)))

print([codecs.lookup(name).name for name in ("utf-7", "UTF7", "u7", "U7", "unicode_1_1_utf_7", "Unicode-1-1-UTF-7", "utf 7")])
print(str(b"+AOk-", "utf7"), bytes("é", "U7"), codecs.encode("é", "utf_7"), codecs.decode(b"+AOk-", "utf_7"))


@lambda f: codecs.register_error("dot", f)
def dot(error):
    print(error.encoding, error.object, error.start, error.end, error.reason)
    return ".", error.end


print(b"a+AO-b\xff+!".decode("utf-7", "dot"))

decoder = codecs.getincrementaldecoder("utf-7")()
print([ascii(decoder.decode(bytes([b]))) for b in b"a+AOkA6Q-b+-c+2D3eAA-"], decoder.decode(b"", True))
decoder = codecs.getincrementaldecoder("utf-7")()
print(decoder.decode(b"+AO"), decoder.getstate()[0], attempt(decoder.decode, b"", True))
encoder = codecs.getincrementalencoder("utf-7")()
print([encoder.encode(piece) for piece in ("a", "é", "é", "+", "")])
print(b"".join(codecs.iterencode(["é", "a", "日"], "utf-7")), "".join(codecs.iterdecode([b"+A", b"Ok", b"-", b"+-"], "utf-7")))

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "text")
    with open(path, "w", encoding="utf-7") as file:
        file.write("één +\n")
        file.write("日本" * 3000 + "\n")
    with open(path, "rb") as file:
        data = file.read()
    print(len(data), data[:40])
    with open(path, encoding="utf-7") as file:
        print(file.readline(), len(file.readline()), file.encoding)
    with codecs.open(path, "r", "utf-7") as file:
        print(len(file.read()))
print(io.TextIOWrapper(io.BytesIO(b"+AOk-\n+AOk-"), "utf-7").readlines())

R = random.Random(7)
checks = []
for _ in range(2000):
    text = "".join(R.choice("ab-/+~\\ é日😀\ud800\udc00") for _ in range(R.randrange(8)))
    checks.append(text.encode("utf-7"))
    data = bytes(R.choice(b"+-AOkxyz2D3e/!\xe9 ") for _ in range(R.randrange(10)))
    checks.append(ascii(attempt(data.decode, "utf-7", R.choice(("strict", "replace", "ignore")))))
print(hash(1), sum(map(len, checks)))
for check in checks[::50]:
    print(check)
import hashlib
print(hashlib.sha256(repr(checks).encode()).hexdigest())

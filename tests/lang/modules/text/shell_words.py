# shlex, uuid and secrets: splitting and quoting, forms and versions of identifiers, shapes of tokens.
import secrets
import shlex
import uuid


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


for t in ("a b  c", "a 'b c' d", 'a "b c" d', r"a\ b c", r'"a\"b" c', r"'a\b' c", '"a\\nb"', "a'b'c\"d\"", "''", '""', "a '' b", "#c", "a #c", "a#b", "a\nb\tc", "'open", '"open', "back\\", "x='y z' w", "é 日 'ö ü'", "", "   ", "a;b|c&&d", "$HOME `ls`", '"a\\$b"', "a\\\nb", "--opt=\"v w\" -x"):
    show(shlex.split, t)
    show(shlex.split, t, comments=True)
    show(shlex.split, t, posix=False)
    show(lambda: list(shlex.shlex(t)))
    show(lambda: list(shlex.shlex(t, posix=True)))
    show(lambda: list(shlex.shlex(t, posix=True, punctuation_chars=True)))
    print()
for t in ("", "abc", "a b", "it's", 'say "hi"', "a$b", "é", "-x", "a/b.c_d-e:f,g+h=i%j@k", "a\nb", "*", "~", "'"):
    print(shlex.quote(t), shlex.split(shlex.quote(t)) == [t], end=" ")
print(shlex.join(["a b", "c", "", "d'e"]), shlex.split(shlex.join(["x y", "z;"])))
l = shlex.shlex("one two", infile="file")
print(l.get_token(), l.lineno, l.error_leader(), l.get_token(), repr(l.get_token()))
l.push_token("back")
print(l.get_token(), l.punctuation_chars == "")
u = uuid.UUID("12345678-1234-5678-9234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.version, u.variant, u.time, u.clock_seq, u.node, u.is_safe, hash(u) == hash(u.int), int(u) == u.int)
for a, kw in ((("{12345678123456781234567812345678}",), {}), (("urn:uuid:12345678-1234-5678-1234-567812345678",), {}), (("bad",), {}), ((), {}), (("1" * 32, b"x" * 16), {}), ((), {"int": 5}), ((), {"int": -1}), ((), {"int": 1 << 128}), ((), {"bytes": b"0123456789abcdef"}), ((), {"bytes": b"x"}), ((), {"bytes_le": b"0123456789abcdef"}), ((), {"fields": (1, 2, 3, 4, 5, 6)}), ((), {"fields": (1, 2)}), ((), {"fields": (1 << 32, 0, 0, 0, 0, 0)}), ((), {"int": 5, "version": 4}), ((), {"int": 5, "version": 9}), (("g" * 32,), {})):
    show(uuid.UUID, *a, **kw)
print()
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://é"), uuid.NAMESPACE_OID, uuid.uuid4().version, uuid.uuid1().version, uuid.uuid4() != uuid.uuid4(), uuid.uuid1(5, 6).node, uuid.uuid1(5, 6).clock_seq, uuid.getnode() == uuid.getnode(), uuid.UUID(int=5) < uuid.UUID(int=6), sorted([uuid.UUID(int=9), uuid.UUID(int=1)])[0].int, uuid.UUID(int=0).variant, uuid.UUID(int=1 << 63 | 1 << 62).variant)
show(setattr, u, "int", 5)
show(lambda: u < 5)
print(u == 5, uuid.SafeUUID.unknown)
print(len(secrets.token_bytes()), len(secrets.token_bytes(5)), len(secrets.token_hex(4)), len(secrets.token_urlsafe(9)), 0 <= secrets.randbelow(10) < 10, secrets.randbits(4) < 16, secrets.choice([7]), secrets.compare_digest("a", "a"), secrets.token_hex() != secrets.token_hex())
show(secrets.randbelow, 0)
show(secrets.choice, [])
print()

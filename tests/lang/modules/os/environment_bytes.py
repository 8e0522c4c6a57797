# The environment in bytes: one with that in str, in both directions.
import os


def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


print(os.supports_bytes_environ, type(os.environb) is type(os.environb), sorted(os.environb) == sorted(os.fsencode(k) for k in os.environ))
os.environ["P_ONE"] = "é\udc80"
print(os.environb[b"P_ONE"], os.getenvb(b"P_ONE"), os.getenvb(b"P_NONE"), os.getenvb(b"P_NONE", 5), os.getenvb(key=b"P_NONE", default=b"d"))
os.environb[b"P_TWO"] = b"\xff\xc3\xa9"
print(ascii(os.environ["P_TWO"]), ascii(os.getenv("P_TWO")), b"P_TWO" in os.environb, "P_TWO" in os.environ)
os.environb[b"P_ONE"] = b"again"
print(os.environ["P_ONE"])
del os.environb[b"P_ONE"]
print("P_ONE" in os.environ, os.getenv("P_ONE"))
print(os.environ.pop("P_TWO") == "\udcffé", b"P_TWO" in os.environb, os.environb.get(b"P_TWO"), os.environb.pop(b"P_TWO", "none"))
os.environb.setdefault(b"P_THREE", b"3")
os.environb.update({b"P_FOUR": b"4"})
print(os.environ["P_THREE"], os.environ["P_FOUR"], os.environ.setdefault("P_FOUR", "5"))
for key in ("P_THREE", 5, None, b"P_LOST"):
    show(lambda: os.environb[key])
    show(os.environb.__delitem__, key)
for key in (b"P_THREE", 5, "P_LOST"):
    show(lambda: os.environ[key])
show(os.environb.__setitem__, "a", b"")
show(os.environb.__setitem__, b"a", "")
show(os.environb.__setitem__, b"a=b", b"")
show(os.environb.__setitem__, b"", b"")
show(os.environb.__setitem__, b"a", b"\0")
show(os.getenvb, "a")
show(os.getenv, b"a")
os.environ.clear()
print(os.environb, len(os.environ))
os.environb[b"A"] = b"1"
print(os.environ, os.environb)

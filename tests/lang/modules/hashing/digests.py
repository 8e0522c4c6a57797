# hashlib and hmac: digests of every algorithm at block boundaries, copies, sizes, keyed hashes, errors.
import hashlib
import hmac
import io
import threading


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


names = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]
for n in names:
    h = hashlib.new(n)
    print(n, h.digest_size, h.block_size, h.name, h.hexdigest())
    for size in (1, 3, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 135, 136, 137, 143, 144, 200, 1000):
        print(hashlib.new(n, bytes(i % 251 for i in range(size))).hexdigest()[:16], end=" ")
    parts = hashlib.new(n)
    for i in range(0, 1000, 37):
        parts.update(bytes(j % 251 for j in range(i, min(1000, i + 37))))
    print(parts.digest() == hashlib.new(n, bytes(i % 251 for i in range(1000))).digest())
for n in ("shake_128", "shake_256"):
    h = hashlib.new(n, b"abc")
    print(n, h.digest_size, h.block_size, h.hexdigest(10), h.digest(5), h.hexdigest(300)[-20:], h.hexdigest(0))
print()
a = hashlib.sha256(b"start")
b = a.copy()
a.update(b"more")
b.update(bytearray(b"mo"))
b.update(memoryview(b"re"))
print(a.digest() == b.digest(), a.hexdigest() == hashlib.sha256(b"startmore").hexdigest(), len(a.digest()), a.hexdigest() == a.digest().hex(), repr(a).split(" @")[0])
for f in (lambda: hashlib.new("nope"), lambda: hashlib.md5("text"), lambda: a.update("text"), lambda: a.update(5), lambda: hashlib.new(5), lambda: hashlib.sha256(None), lambda: hashlib.new("SHA256", b"x").hexdigest()[:8], lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2b(digest_size=0), lambda: hashlib.blake2b(key=b"k" * 65), lambda: hashlib.blake2s(salt=b"s" * 9)):
    try:
        print(f(), end="; ")
    except Exception as e:
        print(type(e).__name__, end="; ")
print()
print(hashlib.blake2b(b"data", digest_size=16).hexdigest(), hashlib.blake2b(b"data", key=b"secret").hexdigest()[:20], hashlib.blake2s(b"data", digest_size=8, key=b"k", salt=b"salt", person=b"me").hexdigest(), hashlib.blake2b(b"x" * 128, salt=b"s", person=b"p").hexdigest()[:20])
print(sorted(hashlib.algorithms_guaranteed), hashlib.algorithms_guaranteed <= hashlib.algorithms_available, hashlib.md5(b"x", usedforsecurity=False).hexdigest())
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 100).hex(), hashlib.pbkdf2_hmac("sha1", b"p" * 100, b"s", 7, 50).hex())
print(hashlib.file_digest(io.BytesIO(b"file" * 1000), "sha1").hexdigest(), hashlib.file_digest(io.BytesIO(b""), hashlib.md5).hexdigest())
h = hmac.new(b"key", b"message", "sha256")
print(h.hexdigest(), h.name, h.digest_size, h.block_size, hmac.digest(b"key", b"message", "md5").hex(), hmac.new(b"k" * 200, b"m", hashlib.sha1).hexdigest(), hmac.HMAC(b"", digestmod="sha512").hexdigest()[:16])
c = h.copy()
c.update(b"!")
print(c.hexdigest() != h.hexdigest(), hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"), hmac.compare_digest(b"abc", bytearray(b"abc")), hmac.compare_digest("a", "ab"))
for f in (lambda: hmac.new(b"k", b"m"), lambda: hmac.new("k", b"m", "md5"), lambda: hmac.compare_digest("é", "e"), lambda: hmac.compare_digest("a", b"a")):
    show(f)
print()
results = {}


def work(n):
    h = hashlib.sha256()
    for i in range(200):
        h.update(f"{n}:{i}".encode())
    results[n] = h.hexdigest()


ts = [threading.Thread(target=work, args=(n,)) for n in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print([results[n][:12] for n in range(4)])

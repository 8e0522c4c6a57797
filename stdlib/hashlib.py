"""Secure hashes: names and constructors over the hashers of _hashing."""

import _hashing

__all__ = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
           "shake_128", "shake_256", "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest"]

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384",
                         "sha3_512", "shake_128", "shake_256"}
algorithms_available = set(algorithms_guaranteed)


def new(name, data=b"", *, usedforsecurity=True, **kwargs):
    if not isinstance(name, str):
        raise TypeError("new() argument 'name' must be str, not " + type(name).__name__)
    known = name.lower().replace("-", "_") if name.lower().startswith(("sha3-", "shake-")) else name.lower().replace("-", "")
    if kwargs and known in ("blake2b", "blake2s"):
        return (blake2b if known == "blake2b" else blake2s)(data, **kwargs)
    hasher = _hashing.new(known)
    if hasher is None:
        raise ValueError("unsupported hash type " + name)
    if data != b"":
        hasher.update(data)
    return hasher


def _constructor(name):
    def make(string=b"", *, usedforsecurity=True):
        hasher = _hashing.new(name)
        if string != b"":
            hasher.update(string)
        return hasher
    make.__name__ = make.__qualname__ = "openssl_" + name
    make.__doc__ = f"Returns a {name} hash object; optionally initialized with a string"
    return make


md5 = _constructor("md5")
sha1 = _constructor("sha1")
sha224 = _constructor("sha224")
sha256 = _constructor("sha256")
sha384 = _constructor("sha384")
sha512 = _constructor("sha512")
sha3_224 = _constructor("sha3_224")
sha3_256 = _constructor("sha3_256")
sha3_384 = _constructor("sha3_384")
sha3_512 = _constructor("sha3_512")
shake_128 = _constructor("shake_128")
shake_256 = _constructor("shake_256")


def _blake2(name, largest, salt_size, data, digest_size, key, salt, person):
    if digest_size is None:
        digest_size = largest
    if not 1 <= digest_size <= largest:
        raise ValueError(f"digest_size for {name.capitalize()[:-1] + name[-1]} must be between 1 and {largest} bytes, here it is {digest_size}")
    if len(key) > largest:
        raise ValueError(f"maximum key length is {largest} bytes")
    if len(salt) > salt_size:
        raise ValueError(f"maximum salt length is {salt_size} bytes")
    if len(person) > salt_size:
        raise ValueError(f"maximum person length is {salt_size} bytes")
    hasher = _hashing.blake2(name, digest_size, key, salt, person)
    if data != b"":
        hasher.update(data)
    return hasher


def blake2b(data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", usedforsecurity=True):
    return _blake2("blake2b", 64, 16, data, digest_size, key, salt, person)


def blake2s(data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", usedforsecurity=True):
    return _blake2("blake2s", 32, 8, data, digest_size, key, salt, person)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    inner, outer = new(hash_name), new(hash_name)
    if dklen is None:
        dklen = outer.digest_size
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    password = bytes(password)
    if len(password) > inner.block_size:
        password = new(hash_name, password).digest()
    password += bytes(inner.block_size - len(password))
    inner.update(bytes(b ^ 0x36 for b in password))
    outer.update(bytes(b ^ 0x5C for b in password))

    def mac(message):
        i, o = inner.copy(), outer.copy()
        i.update(message)
        o.update(i.digest())
        return o.digest()

    key, block = b"", 0
    while len(key) < dklen:
        block += 1
        previous = mac(bytes(salt) + block.to_bytes(4, "big"))
        mixed = int.from_bytes(previous, "big")
        for _ in range(iterations - 1):
            previous = mac(previous)
            mixed ^= int.from_bytes(previous, "big")
        key += mixed.to_bytes(inner.digest_size, "big")
    return key[:dklen]


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    hasher = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        hasher.update(fileobj.getbuffer())
        return hasher
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = bytearray(_bufsize)
    view = memoryview(buffer)
    while size := fileobj.readinto(buffer):
        hasher.update(view[:size])
    return hasher

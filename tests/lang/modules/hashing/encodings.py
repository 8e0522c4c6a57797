# base64 and binascii: every alphabet, padding and error; round trips at all lengths.
import base64
import binascii
import io


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


data = bytes(range(256))
for enc, dec in ((base64.b64encode, base64.b64decode), (base64.urlsafe_b64encode, base64.urlsafe_b64decode), (base64.standard_b64encode, base64.standard_b64decode), (base64.b32encode, base64.b32decode), (base64.b32hexencode, base64.b32hexdecode), (base64.b16encode, base64.b16decode), (base64.b85encode, base64.b85decode), (base64.a85encode, base64.a85decode), (base64.encodebytes, base64.decodebytes), (binascii.hexlify, binascii.unhexlify), (binascii.b2a_base64, binascii.a2b_base64)):
    print(enc.__name__, enc(b"hello, world"), all(dec(enc(data[:n])) == data[:n] for n in range(0, 60)), dec(enc(data)) == data, [enc(data[250:250 + n]) for n in range(4)])
for v in (b"", b"YQ==", "YWI=", b"YWJj", "YQ", "YQ=", "Y", "YWJj\n", "Y W\tJ!j", b"YQ==YQ==", "====", "YQ==\n", "é", 5, None, b"Y" * 5, "YWJjZGVm=", "YWJjZA===", bytearray(b"aGk=")):
    show(base64.b64decode, v)
print()
for v in ("YQ==", "YQ=", "Y!Q==", "YQ==\n", "=YQ=", "YWJj", "Y=Q=", ""):
    show(base64.b64decode, v, validate=True)
print()
show(base64.b64encode, b"\xfb\xff\xfe", b"@!")
show(base64.b64decode, "@!@!", b"@!")
show(base64.b64encode, "text")
show(base64.b64encode, 5)
for v in ("MFRGG===", "mfrgg===", "MFRG", "MFRGG", "1FRGG===", "M8======", "========", "", "MFRGGZDF", "MFRGGZA="):
    show(base64.b32decode, v)
show(base64.b32decode, "mfrgg===", True)
show(base64.b32decode, "M1RGG===", map01="L")
show(base64.b16decode, "4a")
show(base64.b16decode, "4a", True)
show(base64.b16decode, "4")
show(base64.b16decode, "4G")
print()
for f, a, kw in ((base64.a85encode, (b"\0\0\0\0test    ",), {}), (base64.a85encode, (b"    x",), {"foldspaces": True}), (base64.a85encode, (b"hello world, hello",), {"wrapcol": 10}), (base64.a85encode, (b"abc",), {"adobe": True}), (base64.a85encode, (b"abc",), {"pad": True}), (base64.a85decode, (b"<~@:E^~>",), {"adobe": True}), (base64.a85decode, (b"@:E^",), {"adobe": True}), (base64.a85decode, (b"z@:E_W",), {}), (base64.a85decode, (b"@z",), {}), (base64.a85decode, (b"@ :E\n_W",), {}), (base64.a85decode, (b"\x7f",), {}), (base64.a85decode, (b"s8W-\"",), {}), (base64.b85encode, (b"abcde",), {"pad": True}), (base64.b85decode, (b"VPaz",), {}), (base64.b85decode, (b"VP az",), {}), (base64.b85decode, (b"~~~~~",), {}), (base64.b85decode, ("VPazd",), {})):
    show(f, *a, **kw)
print()
for f, a in ((binascii.hexlify, (b"\x01\xab\xff",)), (binascii.hexlify, (b"\x01\xab\xff\x10", ":")), (binascii.hexlify, (b"\x01\xab\xff\x10\x20", b"-", 2)), (binascii.hexlify, (b"\x01\xab\xff\x10\x20", "_", -2)), (binascii.hexlify, ("x",)), (binascii.unhexlify, ("01aB",)), (binascii.unhexlify, (b"0",)), (binascii.unhexlify, (b"0g",)), (binascii.unhexlify, (b"01 2",)), (binascii.unhexlify, ("é1",)), (binascii.crc32, (b"hello",)), (binascii.crc32, (b"",)), (binascii.crc32, (b"lo", binascii.crc32(b"hel"))), (binascii.crc32, (data,)), (binascii.crc_hqx, (b"hello", 0)), (binascii.crc_hqx, (b"x", 0xffff)), (binascii.b2a_uu, (b"hello world",)), (binascii.a2b_uu, (b"+:&5L;&\\@=V]R;&0\n",)), (binascii.b2a_base64, (b"ab",)), (binascii.a2b_base64, (b"YWI",))):
    print(f.__name__, end=" ")
    show(f, *a)
print()
print(binascii.b2a_base64(b"x", newline=False), issubclass(binascii.Error, ValueError), base64.encodebytes(b"z" * 100), base64.decodebytes(b"enp6\nenp6\n"))
i, o = io.BytesIO(b"some data " * 20), io.BytesIO()
base64.encode(i, o)
o.seek(0)
r = io.BytesIO()
base64.decode(o, r)
print(o.getvalue()[:80], r.getvalue() == b"some data " * 20)

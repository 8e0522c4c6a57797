def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)), getattr(e, 'start', None), getattr(e, 'end', None), getattr(e, 'encoding', None))


for b in [b'a\xff', b'\xe2\x82', b'\xe2\x82a', b'\xf0\x90\x80', b'\xed\xa0\x80', b'\xc0\x80', b'\x80', b'\xf5\x80', b'\xe0\x80\x80', b'\xf4\x90\x80\x80', b'\xf0\x80\x80\x80', b'a\xe2(\xa1', b'\xf0\x9f\x98', b'\xc3', b'\xc3(', "é€\U0001F600".encode()]:
    for errors in 'strict', 'replace', 'surrogateescape', 'backslashreplace', 'ignore', 'surrogatepass':
        t(lambda: b.decode('utf-8', errors))
t(lambda: b'a\xff\xfe'.decode('ascii')); t(lambda: b'a\xff'.decode('ascii', 'replace')); t(lambda: b'a\xff'.decode('latin-1')); t(lambda: b'\x80\x81'.decode('cp1252'))
for e in 'ascii', 'latin-1', 'utf-8', 'utf-16', 'utf-32', 'utf-16-le', 'UTF8', 'cp1252', 'utf-8-sig', 'iso8859_1', 'U8', 'utf_16_be', 'nope':
    for errors in 'strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace':
        t(lambda: 'a\u20ac\u20ad\udc80\ud800z'.encode(e, errors))
    t(lambda: 'aé\U0001F600'.encode(e, 'replace').decode(e))
for e in 'utf-16', 'utf-32', 'utf-16-be':
    for b in [b'a', b'\xff\xfe', b'\xff\xfea\0', b'\0\xd8', b'\0\xd8a\0', b'\0\xdc', b'\xff\xff\xff\xff', b'a\0\0', b'a\0\0\0', b'\0\xd8\0\0', b'=\xd8\0\xde']:
        t(lambda: b.decode(e)); t(lambda: b.decode(e, 'replace')); t(lambda: b.decode(e, 'surrogatepass'))
try:
    "é".encode("ascii")
except UnicodeEncodeError as e:
    print(e.object, e.start, e.end, e.reason, e.encoding, e.args, str(e))

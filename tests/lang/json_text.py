import json


def t(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


class E(json.JSONEncoder):
    def default(self, o):
        return str(o)


class K(str):
    pass


class F(float):
    def __repr__(self):
        return "no"


L = []
L.append(L)
t(lambda: json.dumps([1, 2.5, True, False, None, "a\u00e9\n\"\\/\x01\U0001F600", {"a": 1, "b": []}])); t(lambda: json.dumps({1: 2, 1.5: 3, True: 4, None: 5, "x": 6})); t(lambda: json.dumps({(1, 2): 3})); t(lambda: json.dumps({(1, 2): 3}, skipkeys=True))
t(lambda: json.dumps([float('nan'), float('inf'), -float('inf')])); t(lambda: json.dumps(float('nan'), allow_nan=False)); t(lambda: json.dumps({1, 2})); t(lambda: json.dumps(b"a")); t(lambda: json.dumps(object)); t(lambda: json.dumps(1j)); t(lambda: json.dumps(L))
t(lambda: json.dumps({"b": 1, "a": 2}, sort_keys=True)); t(lambda: json.dumps({1: 1, "a": 2}, sort_keys=True)); t(lambda: json.dumps({"a": [1, 2, {}], "b": {}}, indent=2)); t(lambda: json.dumps({"a": [1, 2, []], "b": {}}, indent="\t")); t(lambda: json.dumps([1, 2], indent=0)); t(lambda: json.dumps([1, 2], separators=(",", ":"))); t(lambda: json.dumps({"a": 1}, separators=(",", ":"), indent=1))
t(lambda: json.dumps("\u00e9\U0001F600\ud800\x7f\u2028", ensure_ascii=False)); t(lambda: json.dumps("\u00e9\U0001F600\ud800\x7f\u2028")); t(lambda: json.dumps([{1}, 2], cls=E)); t(lambda: json.dumps([{1}], default=list)); t(lambda: json.dumps([(1, 2), 10**30, 1e16, 0.1, -0.0, K("a"), F(1.5)])); t(lambda: json.dumps([1], cls=E, indent=2))
t(lambda: json.dumps(1, 2)); t(lambda: json.dumps(1, foo=2)); t(lambda: json.loads('[1, 2.5, true, false, null, "a\\u00e9\\n", {"a": 1}]'))
for s in ('', ' ', '[1,]', '[1 2]', '[', '[1', '[1,', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', '{"a" 1}', '{1:1}', '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u12g4"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '"\\ud83d\\u0041"', '"\\', '1 2', '01', '-', '-0', '-0.0', '1e5', '1E-2', '1.5e+3', '1.', '.5', '+1', 'NaN', 'Infinity', '-Infinity', 'nul', 'tru', '\ufeff1', '"\\u00"', '{"a":nope}', '[1,\n2,\nx]', '"\t"', '{"a":1 "b":2}', '{"a":1,"b"}', '{,}', ']', '[1}', '123456789012345678901234567890', '1e400', '"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"é\\u20ac\U0001F600"', ' [ 1 , { "k" : [ ] , "l" : { } } ] ', '1.7976931348623157e308', '[1e1, -1.5E2, 0.1]'):
    print(ascii(s), end=" ")
    t(lambda: json.loads(s))
t(lambda: json.loads('"a\nb"', strict=False)); t(lambda: [json.loads(b'[1]'), json.loads(bytearray(b'"\xc3\xa9"'))]); t(lambda: json.loads(b'\xff')); t(lambda: [json.loads('"a"'.encode('utf-16')), json.loads('"a"'.encode('utf-32-le')), json.loads(b'\xef\xbb\xbf1')]); t(lambda: json.loads(5)); t(lambda: json.loads(None)); t(lambda: json.loads('[' * 100000))
t(lambda: json.loads('{"a":1,"a":2}', object_pairs_hook=list)); t(lambda: json.loads('{"a":{"b":1}}', object_hook=lambda d: sorted(d.items()))); t(lambda: [json.loads('1.5', parse_float=str), json.loads('15', parse_int=str), json.loads('NaN', parse_constant=str)]); t(lambda: json.loads('1', foo=1))
t(lambda: json.JSONDecoder().raw_decode('[1] x')); t(lambda: json.JSONDecoder().raw_decode('  [1] x')); t(lambda: json.JSONDecoder().raw_decode(' [1] x', 1)); t(lambda: json.JSONEncoder(indent=2, sort_keys=True).encode({"b": 1, "a": []})); t(lambda: json.JSONEncoder().default(5)); t(lambda: json.JSONDecodeError("msg", "abc\ndef", 5).__dict__); t(lambda: json.JSONDecodeError.__mro__)


class D(json.JSONDecoder):
    def __init__(self, **kw):
        super().__init__(object_hook=self.hook, **kw)

    def hook(self, d):
        return tuple(d.items())


t(lambda: json.loads('{"a": {"b": 2}}', cls=D))
data = {"k%d" % i: [i, i / 3, str(i), None, {"n": {"m": i}}] for i in range(2000)}
s = json.dumps(data)
print(len(s), json.loads(s) == data)

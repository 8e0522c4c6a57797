"""Serialising nested data to bytes and back, with a dispatch table of methods and struct."""
import io, struct

class Writer:
    def __init__(self, out):
        self.write = out.write
        self.memo = {}
    def save(self, value):
        key = id(value)
        if key in self.memo and not isinstance(value, (int, float, bool)):
            self.write(b'm' + struct.pack('<I', self.memo[key]))
            return
        self.dispatch[type(value)](self, value)
    def remember(self, value):
        self.memo[id(value)] = len(self.memo)
    def save_none(self, value):
        self.write(b'N')
    def save_bool(self, value):
        self.write(b'T' if value else b'F')
    def save_int(self, value):
        if 0 <= value < 256:
            self.write(b'i' + bytes([value]))
        else:
            text = str(value).encode()
            self.write(b'I' + struct.pack('<I', len(text)) + text)
    def save_float(self, value):
        self.write(b'd' + struct.pack('<d', value))
    def save_str(self, value):
        data = value.encode('utf-8')
        self.write(b's' + struct.pack('<I', len(data)))
        self.write(data)
        self.remember(value)
    def save_list(self, value):
        self.remember(value)
        self.write(b'l' + struct.pack('<I', len(value)))
        for item in value:
            self.save(item)
    def save_tuple(self, value):
        self.write(b't' + struct.pack('<I', len(value)))
        for item in value:
            self.save(item)
        self.remember(value)
    def save_dict(self, value):
        self.remember(value)
        self.write(b'D' + struct.pack('<I', len(value)))
        for k, v in value.items():
            self.save(k)
            self.save(v)
    dispatch = {type(None): save_none, bool: save_bool, int: save_int, float: save_float, str: save_str,
                list: save_list, tuple: save_tuple, dict: save_dict}

class Reader:
    def __init__(self, data):
        self.data = io.BytesIO(data)
        self.memo = []
    def number(self):
        return struct.unpack('<I', self.data.read(4))[0]
    def load(self):
        kind = self.data.read(1)
        return getattr(self, 'load_' + kind.decode())()
    def load_N(self): return None
    def load_T(self): return True
    def load_F(self): return False
    def load_i(self): return self.data.read(1)[0]
    def load_I(self): return int(self.data.read(self.number()))
    def load_d(self): return struct.unpack('<d', self.data.read(8))[0]
    def load_m(self): return self.memo[self.number()]
    def load_s(self):
        text = self.data.read(self.number()).decode('utf-8')
        self.memo.append(text)
        return text
    def load_l(self):
        result = []
        n = self.number()
        self.memo.append(result)
        for _ in range(n):
            result.append(self.load())
        return result
    def load_t(self):
        n = self.number()
        result = tuple(self.load() for _ in range(n))
        self.memo.append(result)
        return result
    def load_D(self):
        n = self.number()
        result = {}
        self.memo.append(result)
        for _ in range(n):
            k = self.load()
            result[k] = self.load()
        return result

data = [{'id': i, 'name': 'user%d' % i, 'score': i * 1.5, 'tags': ['a', 'b', ('x', i % 7)], 'big': i ** 5,
         'flag': i % 3 == 0, 'none': None} for i in range(2500)]
out = io.BytesIO()
Writer(out).save(data)
blob = out.getvalue()
back = Reader(blob).load()
print(len(blob), back == data, back[77])

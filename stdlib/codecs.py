"""Encodings by name, incremental coders, stream readers and writers, error handlers."""

import _codecs
import io
from _codecs import lookup_error, register_error

__all__ = ["encode", "decode", "lookup", "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder",
           "getreader", "getwriter", "open", "iterencode", "iterdecode", "register_error", "lookup_error",
           "BOM", "BOM_BE", "BOM_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_BE", "BOM_UTF16_LE", "BOM_UTF32",
           "BOM_UTF32_BE", "BOM_UTF32_LE", "CodecInfo", "Codec", "IncrementalDecoder", "IncrementalEncoder",
           "BufferedIncrementalEncoder", "BufferedIncrementalDecoder", "StreamReader",
           "StreamWriter", "strict_errors", "ignore_errors", "replace_errors", "backslashreplace_errors",
           "xmlcharrefreplace_errors", "namereplace_errors"]

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE


def strict_errors(exception):
    raise exception


def _span(exception):
    return exception.object[exception.start:exception.end]


def ignore_errors(exception):
    return '', exception.end


def replace_errors(exception):
    if isinstance(exception, UnicodeEncodeError):
        return '?' * (exception.end - exception.start), exception.end
    return '\ufffd', exception.end


def backslashreplace_errors(exception):
    if isinstance(exception, UnicodeDecodeError):
        return ''.join('\\x%02x' % byte for byte in _span(exception)), exception.end
    return _span(exception).encode('ascii', 'backslashreplace').decode('ascii'), exception.end


def namereplace_errors(exception):
    return _span(exception).encode('ascii', 'namereplace').decode('ascii'), exception.end


def xmlcharrefreplace_errors(exception):
    return ''.join('&#%d;' % ord(c) for c in _span(exception)), exception.end


for _name, _handler in (('strict', strict_errors), ('ignore', ignore_errors), ('replace', replace_errors),
                        ('backslashreplace', backslashreplace_errors), ('xmlcharrefreplace', xmlcharrefreplace_errors),
                        ('namereplace', namereplace_errors)):
    register_error(_name, _handler)


# ---- transforms of bytes or text that are no text encodings ----
def _hex_encode(data):
    import binascii
    return binascii.hexlify(data)


def _hex_decode(data):
    import binascii
    return binascii.unhexlify(data)


def _base64_encode(data):
    import base64
    return base64.encodebytes(data)


def _base64_decode(data):
    import base64
    return base64.decodebytes(data)


_ROT13 = {ord(c): ord('a') + (ord(c) - ord('a') + 13) % 26 for c in 'abcdefghijklmnopqrstuvwxyz'}
_ROT13.update({big - 32: small - 32 for big, small in tuple(_ROT13.items())})


def _rot13(text):
    return str.translate(text, _ROT13)


_TRANSFORMS = {'rot-13': (_rot13, _rot13), 'hex': (_hex_encode, _hex_decode), 'base64': (_base64_encode, _base64_decode)}
_TRANSFORM_NAMES = {'rot13': 'rot-13', 'rot_13': 'rot-13', 'hex': 'hex', 'hex_codec': 'hex', 'base64': 'base64', 'base_64': 'base64',
                    'base64_codec': 'base64'}


def _transform_name(encoding):
    return _TRANSFORM_NAMES.get(encoding.lower().replace('-', '_').replace(' ', '_')) if isinstance(encoding, str) else None


def _transform(which, object, encoding, name):
    try:
        return _TRANSFORMS[name][which](object)
    except Exception as error:
        text = f"{('encoding', 'decoding')[which]} with {encoding!r} codec failed ({type(error).__name__}: {error})"
        raise type(error)(text) from error


def encode(obj, encoding='utf-8', errors='strict'):
    """obj encoded; 'hex', 'base64' and 'rot13' take and give what is no text and bytes."""
    name = _transform_name(encoding)
    return _codecs.encode(obj, encoding, errors) if name is None else _transform(0, obj, encoding, name)


def decode(obj, encoding='utf-8', errors='strict'):
    """obj decoded; 'hex', 'base64' and 'rot13' take and give what is no bytes and text."""
    name = _transform_name(encoding)
    return _codecs.decode(obj, encoding, errors) if name is None else _transform(1, obj, encoding, name)


def unicode_escape_encode(text, errors='strict'):
    return text.encode('unicode_escape', errors), len(text)


def unicode_escape_decode(data, errors='strict'):
    return bytes(data).decode('unicode_escape', errors), len(data)


class CodecInfo(tuple):
    """What lookup() gives: (encode, decode, stream reader, stream writer), with names."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None,
                name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        return self

    def __repr__(self):
        return "<codecs.CodecInfo object for encoding %s at %#x>" % (self.name, id(self))


class Codec:
    """What encodes and decodes without a state; subclasses do it."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes piece by piece; a byte order mark is written once."""

    encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors
        self.reset()

    def encode(self, input, final=False):
        result = encode(input, self._current, self.errors)
        if self._current == self.encoding and input:
            self._current = {'utf-8-sig': 'utf-8', 'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le'}.get(self.encoding, self.encoding)
        return result

    def reset(self):
        self._current = self.encoding

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    """Decodes piece by piece; what is cut off at the end waits for the next piece."""

    encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors
        self.reset()

    def decode(self, input, final=False):
        data = self._rest + bytes(input)
        text, consumed, self._current = _codecs.decode_step(self._current, data, self.errors, final)
        self._rest = data[consumed:]
        return text

    def reset(self):
        self._rest = b''
        self._current = self.encoding

    def getstate(self):
        return self._rest, 0

    def setstate(self, state):
        self._rest = state[0]


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps what the subclass's _buffer_encode leaves over for the next piece."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = ''

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps what the subclass's _buffer_decode leaves over for the next piece."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter:
    """Writes text to a binary stream."""

    encoding = 'utf-8'

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self._encoder = getincrementalencoder(self.encoding)(errors)

    def write(self, object):
        self.stream.write(self._encoder.encode(object))

    def writelines(self, list):
        self.write(''.join(list))

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.stream.close()


class StreamReader:
    """Reads text from a binary stream."""

    encoding = 'utf-8'

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self._decoder = getincrementaldecoder(self.encoding)(errors)
        self._text = ''

    def _fill(self, size):
        data = self.stream.read() if size < 0 else self.stream.read(size)
        self._text += self._decoder.decode(data, size < 0 or not data)
        return bool(data)

    def read(self, size=-1, chars=-1, firstline=False):
        wanted = chars if chars >= 0 else size
        if wanted < 0:
            self._fill(-1)
            wanted = len(self._text)
        else:
            while len(self._text) < wanted and self._fill(max(wanted - len(self._text), 72)):
                pass
        result, self._text = self._text[:wanted], self._text[wanted:]
        return result

    def readline(self, size=None, keepends=True):
        while True:
            lines = self._text.splitlines(True)
            if len(lines) > 1 or not self._fill(72):
                break
        if not lines:
            return ''
        line, self._text = lines[0], ''.join(lines[1:])
        return line if keepends else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._decoder.reset()
        self._text = ''

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.stream.close()


_known = {}


def lookup(encoding):
    """The CodecInfo of an encoding, by any of its names."""
    module_codec = _codecs.module_codec(encoding)
    canonical = module_codec.name if module_codec else _transform_name(encoding) or _codecs.canonical_name(encoding)
    info = _known.get(canonical)
    if info is None and module_codec:
        names = {'encoding': canonical}
        info = CodecInfo(module_codec.encode, module_codec.decode, type('StreamReader', (StreamReader,), names),
                         type('StreamWriter', (StreamWriter,), names), module_codec.incrementalencoder,
                         module_codec.incrementaldecoder, canonical)
        _known[canonical] = info
    elif info is None:
        def encode_all(input, errors='strict'):
            return encode(input, canonical, errors), len(input)

        def decode_all(input, errors='strict'):
            return decode(input, canonical, errors), len(input)

        names = {'encoding': canonical}
        info = CodecInfo(encode_all, decode_all, type('StreamReader', (StreamReader,), names),
                         type('StreamWriter', (StreamWriter,), names), type('IncrementalEncoder', (IncrementalEncoder,), names),
                         type('IncrementalDecoder', (IncrementalDecoder,), names), canonical)
        _known[canonical] = info
    return info


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """A file opened in binary mode and, if an encoding is given, read and written through it."""
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = io.open(filename, mode, buffering)
    if encoding is None:
        return file
    info = lookup(encoding)
    if 'r' in mode:
        return info.streamreader(file, errors)
    return info.streamwriter(file, errors)


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """The pieces of text an iterator gives, encoded."""
    encoder = getincrementalencoder(encoding)(errors)
    for text in iterator:
        output = encoder.encode(text)
        if output:
            yield output
    output = encoder.encode('', True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """The pieces of bytes an iterator gives, decoded."""
    decoder = getincrementaldecoder(encoding)(errors)
    for data in iterator:
        output = decoder.decode(data)
        if output:
            yield output
    output = decoder.decode(b'', True)
    if output:
        yield output

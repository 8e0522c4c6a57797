"""The encoding idna (RFC 3490): domain names, each of whose labels is nameprep'd (RFC 3491) and put into punycode."""

import codecs
import stringprep
from unicodedata import ucd_3_2_0 as unicodedata

ace_prefix = b"xn--"
sace_prefix = "xn--"

_prohibited = (stringprep.in_table_c12, stringprep.in_table_c22, stringprep.in_table_c3, stringprep.in_table_c4, stringprep.in_table_c5,
               stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8, stringprep.in_table_c9)


def nameprep(label):
    label = "".join(stringprep.map_table_b2(c) for c in label if not stringprep.in_table_b1(c))
    label = unicodedata.normalize("NFKC", label)
    for c in label:
        if any(is_in(c) for is_in in _prohibited):
            raise UnicodeError("Invalid character %r" % c)
    from_right = [stringprep.in_table_d1(c) for c in label]
    if any(from_right):
        if any(stringprep.in_table_d2(c) for c in label):
            raise UnicodeError("Violation of BIDI requirement 2")
        if not from_right[0] or not from_right[-1]:
            raise UnicodeError("Violation of BIDI requirement 3")
    return label


def _sized(label):
    if 0 < len(label) < 64:
        return label
    raise UnicodeError("label empty or too long")


def ToASCII(label):
    if label.isascii():
        return _sized(label.encode("ascii"))
    label = nameprep(label)
    if label.isascii():
        return _sized(label.encode("ascii"))
    if label.startswith(sace_prefix):
        raise UnicodeError("Label starts with ACE prefix")
    return _sized(ace_prefix + label.encode("punycode"))


def ToUnicode(label):
    if not isinstance(label, bytes):
        if not label.isascii():
            label = nameprep(label)
            if not label.isascii():
                raise UnicodeError("Invalid character in IDN label")
        label = label.encode("ascii")
    if not label.startswith(ace_prefix):
        return str(label, "ascii")
    result = label[len(ace_prefix):].decode("punycode")
    again = ToASCII(result)
    if str(label, "ascii").lower() != str(again, "ascii"):
        raise UnicodeError("IDNA does not round-trip", label, again)
    return result


def _labels(text):
    for dot in "\u3002\uff0e\uff61":
        text = text.replace(dot, ".")
    return text.split(".")


def _complete(labels, final, dot):
    """Takes off what ends the text: the empty label after a dot, or a label that may go on. The dot to write at the end."""
    if not labels[-1]:
        del labels[-1]
        return dot
    if not final:
        del labels[-1]
        return dot if labels else dot[:0]
    return dot[:0]


class Codec(codecs.Codec):
    def encode(self, input, errors="strict"):
        if errors != "strict":
            raise UnicodeError("unsupported error handling " + errors)
        if not input:
            return b"", 0
        if input.isascii():
            result = input.encode("ascii")
            labels = result.split(b".")
            for label in labels[:-1]:
                _sized(label)
            if len(labels[-1]) >= 64:
                raise UnicodeError("label too long")
            return result, len(input)
        labels = _labels(input)
        dot = _complete(labels, True, b".")
        return b".".join(map(ToASCII, labels)) + dot, len(input)

    def decode(self, input, errors="strict"):
        if errors != "strict":
            raise UnicodeError("Unsupported error handling " + errors)
        if not input:
            return "", 0
        if not isinstance(input, bytes):
            input = bytes(input)
        if ace_prefix not in input and input.isascii():
            return input.decode("ascii"), len(input)
        labels = input.split(b".")
        dot = _complete(labels, True, ".")
        return ".".join(map(ToUnicode, labels)) + dot, len(input)


class IncrementalEncoder(codecs.BufferedIncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        if errors != "strict":
            raise UnicodeError("unsupported error handling " + errors)
        if not input:
            return b"", 0
        labels = _labels(input)
        dot = _complete(labels, final, b".")
        return b".".join(map(ToASCII, labels)) + dot, len(".".join(labels)) + len(dot)


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        if errors != "strict":
            raise UnicodeError("Unsupported error handling " + errors)
        if not input:
            return "", 0
        labels = _labels(input) if isinstance(input, str) else str(input, "ascii").split(".")
        dot = _complete(labels, final, ".")
        size = 0
        for label in labels:
            size += bool(size) + len(label)         # as CPython counts, also when the first label is empty
        return ".".join(map(ToUnicode, labels)) + dot, size + len(dot)


def getregentry():
    return codecs.CodecInfo(Codec().encode, Codec().decode, incrementalencoder=IncrementalEncoder,
                            incrementaldecoder=IncrementalDecoder, name="idna")

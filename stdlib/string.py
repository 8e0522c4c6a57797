"""Constants of characters, capwords, Template ($-substitution) and Formatter (the machinery of str.format)."""

import _string
from collections import ChainMap as _ChainMap

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """The words of s capitalized, joined by sep (or single blanks)."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


# Regular expressions are part of programs that import them or change what a Template looks like (abi/modules.def). The others, which
# need string for its constants as a rule, make do with a search of their own for the placeholders that Template itself has.
_re = _string.linked_module("re")
_absent = {}
_id_start = frozenset(ascii_letters + '_')
_id_part = frozenset(ascii_letters + digits + '_')


class Template:
    """Text with $name and ${name} placeholders, $$ for a dollar sign (PEP 292)."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = _re.IGNORECASE if _re else 2

    def __init_subclass__(cls):
        super().__init_subclass__()
        if _re is None:
            if not {'idpattern', 'braceidpattern', 'flags', 'pattern'}.isdisjoint(cls.__dict__):
                raise NotImplementedError("a Template with a pattern of its own: the program does not import re")
            return
        if 'pattern' in cls.__dict__:
            pattern = cls.pattern
        else:
            delimiter = _re.escape(cls.delimiter)
            pattern = fr"""
            {delimiter}(?:
              (?P<escaped>{delimiter})  |   # Escape sequence of two delimiters
              (?P<named>{cls.idpattern})       |   # delimiter and a Python identifier
              {{(?P<braced>{cls.braceidpattern or cls.idpattern})}} |   # delimiter and a braced identifier
              (?P<invalid>)             # Other ill-formed delimiter exprs
            )
            """
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(literal, None, None) or (text of the placeholder, kind, name); kinds: escaped, named, invalid."""
        return self._found_parts() if _re is None else self._matched_parts()

    def _matched_parts(self):
        text, at = self.template, 0
        for match in self.pattern.finditer(text):
            yield text[at:match.start()], None, None
            at = match.end()
            name = match.group('named') or match.group('braced')
            if name is not None:
                yield match.group(), 'named', name
            elif match.group('escaped') is not None:
                yield match.group(), 'escaped', None
            elif match.group('invalid') is not None:
                yield match.group(), 'invalid', match.start('invalid')
            else:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
        yield text[at:], None, None

    def _found_parts(self):
        text, delimiter, at = self.template, self.delimiter, 0
        while True:
            start = text.find(delimiter, at)
            if start < 0:
                yield text[at:], None, None
                return
            yield text[at:start], None, None
            name_start = start + len(delimiter)
            if text.startswith(delimiter, name_start):
                at = name_start + len(delimiter)
                yield text[start:at], 'escaped', None
                continue
            braced = text[name_start:name_start + 1] == '{'
            name_start += braced
            end = name_start
            while end < len(text) and text[end] in (_id_part if end > name_start else _id_start):
                end += 1
            if end == name_start or (braced and text[end:end + 1] != '}'):
                at = start + len(delimiter)
                yield delimiter, 'invalid', at
                continue
            at = end + braced
            yield text[start:at], 'named', text[name_start:end]

    def _invalid(self, index):
        lines = self.template[:index].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno, lineno = index - len(''.join(lines[:-1])), len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (lineno, colno))

    def _mapping(self, mapping, kws):
        if mapping is _absent:
            return kws
        return _ChainMap(kws, mapping) if kws else mapping

    def substitute(self, mapping=_absent, /, **kws):
        """The text with every placeholder replaced; KeyError and ValueError for what cannot be."""
        mapping = self._mapping(mapping, kws)
        if self.delimiter == '$' and isinstance(self.template, str) and (_re is None or self.pattern is _usual_pattern):
            out = _string.substitute(self.template, mapping)
            if out.__class__ is int:
                self._invalid(out)
            return out
        out = []
        for text, kind, name in self._parts():
            if kind is None:
                out.append(text)
            elif kind == 'escaped':
                out.append(self.delimiter)
            elif kind == 'invalid':
                self._invalid(name)
            else:
                out.append(str(mapping[name]))
        return ''.join(out)

    def safe_substitute(self, mapping=_absent, /, **kws):
        """As substitute, but what cannot be replaced stays as it is."""
        mapping = self._mapping(mapping, kws)
        out = []
        for text, kind, name in self._parts():
            if kind == 'escaped':
                text = self.delimiter
            elif kind == 'named':
                try:
                    text = str(mapping[name])
                except KeyError:
                    pass
            out.append(text)
        return ''.join(out)

    def is_valid(self):
        """Whether substitute would find no invalid placeholder."""
        return all(kind != 'invalid' for _, kind, _ in self._parts())

    def get_identifiers(self):
        """The names of the placeholders, each once, in order."""
        names = []
        for _, kind, name in self._parts():
            if kind == 'named' and name not in names:
                names.append(name)
        return names


_usual_pattern = None
if _re is not None:
    Template.__init_subclass__()
    _usual_pattern = Template.pattern


class Formatter:
    """str.format as methods a subclass may override."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is None:
                continue
            if field_name == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field_name = str(auto_arg_index)
                auto_arg_index += 1
            elif field_name.isdigit():
                if auto_arg_index:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, format_spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _string.formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, i in rest:
            obj = getattr(obj, i) if is_attr else obj[i]
        return obj, first

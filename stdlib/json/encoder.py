"""JSONEncoder: Python values to JSON text. The work is done by the native module _json."""

import _json

__all__ = ['JSONEncoder']

encode_basestring = _json.encode_basestring
encode_basestring_ascii = _json.encode_basestring_ascii


class JSONEncoder:
    """Encodes values; a subclass may extend what can be encoded with default()."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """What to encode instead of o, which JSON has no form for."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def _indent_text(self):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        return indent

    def encode(self, o):
        """The JSON text of o."""
        return _json.encode(o, self.default, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan,
                            self.sort_keys, self._indent_text(), self.item_separator, self.key_separator)

    def iterencode(self, o, _one_shot=False):
        """The JSON text of o in pieces: brackets, keys and values one by one."""
        if _one_shot:
            return iter((self.encode(o),))
        return self._pieces(o, self._indent_text(), 0, set() if self.check_circular else None)

    def _pieces(self, o, indent, level, open_ids):
        if o is None or isinstance(o, (str, int, float)):
            yield self.encode(o)
            return
        if open_ids is not None:
            if id(o) in open_ids:
                raise ValueError("Circular reference detected")
            open_ids.add(id(o))
        if isinstance(o, (list, tuple)):
            yield from self._list_pieces(o, indent, level + 1, open_ids)
        elif isinstance(o, dict):
            yield from self._dict_pieces(o, indent, level + 1, open_ids)
        else:
            yield from self._pieces(self.default(o), indent, level, open_ids)
        if open_ids is not None:
            open_ids.discard(id(o))

    def _list_pieces(self, o, indent, level, open_ids):
        if not o:
            yield '[]'
            return
        new_line = '' if indent is None else '\n' + indent * level
        before = '[' + new_line
        for value in o:
            if value is None or isinstance(value, (str, int, float)):
                yield before + self.encode(value)
            else:
                yield before
                yield from self._pieces(value, indent, level, open_ids)
            before = self.item_separator + new_line
        if indent is not None:
            yield '\n' + indent * (level - 1)
        yield ']'

    def _dict_pieces(self, o, indent, level, open_ids):
        if not o:
            yield '{}'
            return
        yield '{'
        new_line = '' if indent is None else '\n' + indent * level
        if new_line:
            yield new_line
        first = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            if not isinstance(key, str):
                if key is None or isinstance(key, (int, float)):
                    key = self.encode(key)
                elif self.skipkeys:
                    continue
                else:
                    raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
            if not first:
                yield self.item_separator + new_line
            first = False
            yield self.encode(key)
            yield self.key_separator
            yield from self._pieces(value, indent, level, open_ids)
        if indent is not None:
            yield '\n' + indent * (level - 1)
        yield '}'

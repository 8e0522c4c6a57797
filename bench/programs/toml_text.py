"""A reader of TOML by hand: texts looked at character by character, a pattern for numbers, nested dicts."""
import re
import string
BARE = frozenset(string.ascii_letters + string.digits + '-_')
WS = frozenset(' \t')
NUMBER = re.compile('[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<frac>(?:\\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9]+)?)')


class ParseError(ValueError):
    pass


def skip(src, pos, chars):
    try:
        while src[pos] in chars:
            pos += 1
    except IndexError:
        pass
    return pos


def skip_ws_comment_nl(src, pos):
    while True:
        before = pos
        pos = skip(src, pos, frozenset(' \t\n'))
        if pos < len(src) and src[pos] == '#':
            end = src.find('\n', pos)
            pos = len(src) if end < 0 else end
        if pos == before:
            return pos


def parse_key(src, pos):
    parts = []
    while True:
        pos = skip(src, pos, WS)
        if src[pos] == '"':
            part, pos = parse_string(src, pos)
        else:
            start = pos
            pos = skip(src, pos, BARE)
            part = src[start:pos]
            if not part:
                raise ParseError(f'bad key at {pos}')
        parts.append(part)
        pos = skip(src, pos, WS)
        if src[pos] != '.':
            return (tuple(parts), pos)
        pos += 1


ESC = {'n': '\n', 't': '\t', '"': '"', '\\': '\\'}


def parse_string(src, pos):
    pos += 1
    out = ''
    start = pos
    while True:
        ch = src[pos]
        if ch == '"':
            return (out + src[start:pos], pos + 1)
        if ch == '\\':
            out += src[start:pos] + ESC[src[pos + 1]]
            pos += 2
            start = pos
            continue
        pos += 1


def parse_value(src, pos):
    ch = src[pos]
    if ch == '"':
        return parse_string(src, pos)
    if ch == '[':
        pos = skip_ws_comment_nl(src, pos + 1)
        items = []
        while src[pos] != ']':
            item, pos = parse_value(src, pos)
            items.append(item)
            pos = skip_ws_comment_nl(src, pos)
            if src[pos] == ',':
                pos = skip_ws_comment_nl(src, pos + 1)
        return (items, pos + 1)
    if ch == '{':
        pos = skip(src, pos + 1, WS)
        table = {}
        while src[pos] != '}':
            key, pos = parse_key(src, pos)
            value, pos = parse_value(src, skip(src, pos + 1, WS))
            put(table, key, value)
            pos = skip(src, pos, WS)
            if src[pos] == ',':
                pos = skip(src, pos + 1, WS)
        return (table, pos + 1)
    if src.startswith('true', pos):
        return (True, pos + 4)
    if src.startswith('false', pos):
        return (False, pos + 5)
    m = NUMBER.match(src, pos)
    if m:
        return ((float if m.group('frac') else int)(m.group().replace('_', '')), m.end())
    raise ParseError(f'bad value at {pos}')


def put(table, key, value):
    for part in key[:-1]:
        table = table.setdefault(part, {})
    if key[-1] in table:
        raise ParseError('twice: ' + '.'.join(key))
    table[key[-1]] = value


def loads(src):
    pos, root = (0, {})
    here = root
    while True:
        pos = skip_ws_comment_nl(src, pos)
        if pos >= len(src):
            return root
        if src.startswith('[[', pos):
            key, pos = parse_key(src, pos + 2)
            table = root
            for part in key[:-1]:
                table = table.setdefault(part, {})
            here = {}
            table.setdefault(key[-1], []).append(here)
            pos += 2
        elif src[pos] == '[':
            key, pos = parse_key(src, pos + 1)
            here = root
            for part in key:
                here = here.setdefault(part, {})
            pos += 1
        else:
            key, pos = parse_key(src, pos)
            value, pos = parse_value(src, skip(src, pos + 1, WS))
            put(here, key, value)


text = []
for i in range(600):
    text.append(f"""[package.p{i}]  # number {i}
name = "package-{i}"
version = "1.{i}.0"
size = {i * 1_000}
ratio = {i / 7}
long = "with \\"quotes\\" and \\\\ and \\t tab"
tags = ["a", "b{i}", "c"]
owner = {{name = "o{i}", id = {i}, ok = {"true" if i % 2 else "false"}}}
nested.deep.value = [1, 2, [3, 4]]

[[entries]]
id = {i}
""")
src = ''.join(text)
for _ in range(10):
    doc = loads(src)


print(len(src), len(doc['package']), len(doc['entries']), doc['package']['p17'])

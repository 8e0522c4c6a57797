# A template engine: lexing with positions, blocks as a tree, filters, loops with loop variables, inheritance, and errors.
class TemplateError(Exception):
    def __init__(self, message, line):
        super().__init__(f"line {line}: {message}")
        self.line = line


def lex(source):
    pos, line = 0, 1
    while pos < len(source):
        starts = [(source.find(m, pos), m) for m in ("{{", "{%", "{#")]
        start, mark = min(((s, m) for s, m in starts if s >= 0), default=(len(source), None))
        if start > pos:
            yield "text", source[pos:start], line
            line += source.count("\n", pos, start)
        if mark is None:
            return
        close = {"{{": "}}", "{%": "%}", "{#": "#}"}[mark]
        end = source.find(close, start)
        if end < 0:
            raise TemplateError(f"unclosed {mark}", line)
        body = source[start + 2:end].strip()
        if mark != "{#":
            yield {"{{": "expr", "{%": "tag"}[mark], body, line
        line += source.count("\n", start, end)
        pos = end + 2


FILTERS = {"upper": str.upper, "title": str.title, "length": len, "join": lambda v, sep=", ": sep.join(map(str, v)), "default": lambda v, d="": v if v not in (None, "") else d,
           "money": lambda v: f"${v:,.2f}", "truncate": lambda v, n="5": v if len(v) <= int(n) else v[:int(n)] + "...", "sort": sorted, "repr": repr}


def lookup(path, context, line):
    if path[:1] in "'\"":
        return path[1:-1]
    if path.lstrip("-").isdigit():
        return int(path)
    first, *rest = path.split(".")
    try:
        value = context[first]
    except KeyError:
        return None
    for part in rest:
        try:
            value = value[part]
        except (TypeError, KeyError, IndexError):
            try:
                value = value[int(part)]
            except (ValueError, TypeError, KeyError, IndexError):
                try:
                    value = getattr(value, part)
                except AttributeError:
                    raise TemplateError(f"no {part!r} in {path!r}", line) from None
        if callable(value):
            value = value()
    return value


def evaluate(text, context, line):
    head, *filters = text.split("|")
    value = lookup(head.strip(), context, line)
    for f in filters:
        name, _, arg = f.strip().partition(":")
        try:
            value = FILTERS[name](value, arg) if arg else FILTERS[name](value)
        except KeyError:
            raise TemplateError(f"unknown filter {name}", line) from None
    return value


def condition(text, context, line):
    for word, combine in ((" or ", any), (" and ", all)):
        if word in text:
            return combine([condition(t, context, line) for t in text.split(word)])
    if text.startswith("not "):
        return not condition(text[4:], context, line)
    for op, f in (("==", lambda a, b: a == b), ("!=", lambda a, b: a != b), (" in ", lambda a, b: a in b), (">", lambda a, b: a > b), ("<", lambda a, b: a < b)):
        if op in text:
            a, b = (evaluate(t.strip(), context, line) for t in text.split(op))
            return f(a, b)
    return bool(evaluate(text, context, line))


class Template:
    loader = {}

    def __init__(self, source):
        self.parent, self.blocks = None, {}
        self.stream = lex(source)
        self.body, end = self.parse(())
        assert end is None

    def parse(self, until):
        out = []
        for kind, text, line in self.stream:
            if kind != "tag":
                out.append((kind, text, line))
                continue
            word, _, rest = text.partition(" ")
            if word in until:
                return out, text
            match word:
                case "if":
                    branches, text = [], "if " + rest
                    while text and text.split()[0] in ("if", "elif"):
                        test = text.split(" ", 1)[1]
                        body, text = self.parse(("elif", "else", "endif"))
                        branches.append((test, body))
                    other = []
                    if text == "else":
                        other, text = self.parse(("endif",))
                    if text != "endif":
                        raise TemplateError("if without endif", line)
                    out.append(("if", (branches, other), line))
                case "for":
                    names, _, items = rest.partition(" in ")
                    body, text = self.parse(("else", "endfor"))
                    empty = self.parse(("endfor",))[0] if text == "else" else []
                    out.append(("for", ([n.strip() for n in names.split(",")], items, body, empty), line))
                case "block":
                    self.blocks[rest] = self.parse(("endblock",))[0]
                    out.append(("block", rest, line))
                case "extends":
                    self.parent = rest.strip("'\"")
                case "set":
                    name, _, value = rest.partition("=")
                    out.append(("set", (name.strip(), value.strip()), line))
                case _:
                    raise TemplateError(f"unknown tag {word!r}", line)
        if until:
            raise TemplateError(f"expected {' or '.join(until)}", 0)
        return out, None

    def render(self, _blocks=None, **context):
        blocks = {**self.blocks, **(_blocks or {})}
        if self.parent:
            return self.loader[self.parent].render(blocks, **context)
        return "".join(self.run(self.body, context, blocks))

    def run(self, nodes, context, blocks):
        for kind, data, line in nodes:
            match kind, data:
                case "text", text:
                    yield text
                case "expr", text:
                    value = evaluate(text, context, line)
                    yield "" if value is None else str(value)
                case "set", (name, value):
                    context[name] = evaluate(value, context, line)
                case "if", (branches, other):
                    for test, body in branches:
                        if condition(test, context, line):
                            yield from self.run(body, context, blocks)
                            break
                    else:
                        yield from self.run(other, context, blocks)
                case "for", (names, items, body, empty):
                    values = list(evaluate(items, context, line) or ())
                    for i, v in enumerate(values):
                        inner = dict(context, loop={"index": i + 1, "first": i == 0, "last": i == len(values) - 1})
                        inner.update(zip(names, v) if len(names) > 1 else [(names[0], v)])
                        yield from self.run(body, inner, blocks)
                    if not values:
                        yield from self.run(empty, context, blocks)
                case "block", name:
                    yield from self.run(blocks[name], context, blocks)


class User:
    def __init__(self, name, age): self.name, self.age = name, age
    def greeting(self): return f"Hi {self.name}"


Template.loader["base"] = Template("<{% block title %}untitled{% endblock %}>\n{% block body %}{% endblock %}\n--{% block foot %}{{ year }}{% endblock %}--")
pages = ["Hello {{ user.name | upper }}! {{ user.greeting }} {{ missing | default:nobody }} {{ price|money }}",
         "{% for u in users %}{{ loop.index }}. {{ u.name|title }}{% if u.age > 40 %} (senior){% elif u.age < 20 %} (junior){% else %} ({{ u.age }}){% endif %}{% if not loop.last %}\n{% endif %}{% endfor %}",
         "{% extends 'base' %}{% block title %}Page{% endblock %}{% block body %}{% for k, v in pairs %}{{k}}={{v|repr}};{% else %}none{% endfor %}{% for x in nothing %}x{% else %} empty{% endfor %}{% endblock %}",
         "{# comment #}{% set n = 5 %}{{ n }} {{ items.1 }} {{ items|length }} {{ items|sort|join:- }} {{ 'literal' }} {{ config.debug.level }} {% if n == 5 and 'a' in items or no %}yes{% endif %}",
         "a\nb\n{{ user.nope }}", "{% if x %}", "x {{ open", "{% weird %}", "\n\n{{ user|shout }}", "{% for x in items %}{{ x }}"]
context = dict(user=User("ann", 30), users=[User("bob", 45), User("cy", 15), User("di", 33)], price=1234.5, pairs={"a": 1, "b": "two"}.items(), year=2024, items=["c", "a", "b"], config={"debug": {"level": 3}}, nothing=[])
for page in pages:
    try:
        print(repr(Template(page).render(**context)))
    except TemplateError as e:
        print("TemplateError", e, e.line)

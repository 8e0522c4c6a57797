"""A template engine: tokens by hand, a tree of nodes, filters, loops and escaping."""


class TemplateError(Exception):
    pass


def tokens(text):
    at = 0
    while at < len(text):
        starts = [(text.find(mark, at), mark, end) for mark, end in (("{{", "}}"), ("{%", "%}"), ("{#", "#}"))]
        start, mark, end = min((s for s in starts if s[0] >= 0), default=(-1, "", ""))
        if start < 0:
            yield "text", text[at:]
            return
        if start > at:
            yield "text", text[at:start]
        stop = text.find(end, start)
        if stop < 0:
            raise TemplateError(f"{mark} never closed at {start}")
        if mark != "{#":
            yield ("value" if mark == "{{" else "tag"), text[start + 2:stop].strip()
        at = stop + 2


FILTERS = {"upper": str.upper, "title": str.title, "length": len, "join": lambda v, sep=", ": sep.join(map(str, v)),
           "default": lambda v, other="": v if v not in (None, "") else other, "fixed": lambda v, n="2": f"{v:.{int(n)}f}"}


def lookup(name, scope):
    if name[:1] in "'\"" and name[-1:] == name[:1]:
        return name[1:-1]
    if name.lstrip("-").isdigit():
        return int(name)
    first, *rest = name.split(".")
    try:
        value = scope[first]
    except KeyError:
        return None
    for part in rest:
        if isinstance(value, dict):
            value = value.get(part)
        elif part.isdigit():
            value = value[int(part)]
        else:
            value = getattr(value, part, None)
            if callable(value):
                value = value()
    return value


def evaluate(expression, scope):
    name, *filters = (part.strip() for part in expression.split("|"))
    value = lookup(name, scope)
    for f in filters:
        f, _, argument = f.partition(":")
        if f not in FILTERS:
            raise TemplateError(f"no filter {f!r}")
        value = FILTERS[f](value, *([lookup(argument, scope)] if argument else []))
    return value


def escape(text):
    return str(text).translate({38: "&amp;", 60: "&lt;", 62: "&gt;"})


def parse(stream, until=()):
    nodes = []
    for kind, text in stream:
        if kind == "tag":
            word, _, rest = text.partition(" ")
            if word in until:
                return nodes, word
            if word == "for":
                variable, _, source = rest.partition(" in ")
                body, end = parse(stream, ("else", "endfor"))
                empty = parse(stream, ("endfor",))[0] if end == "else" else []
                nodes.append(("for", variable.strip(), source.strip(), body, empty))
            elif word == "if":
                yes, end = parse(stream, ("else", "endif"))
                no = parse(stream, ("endif",))[0] if end == "else" else []
                nodes.append(("if", rest, yes, no))
            else:
                raise TemplateError(f"unknown tag {word!r}")
        else:
            nodes.append((kind, text))
    if until:
        raise TemplateError(f"expected {' or '.join(until)}")
    return nodes, None


def render(nodes, scope, out):
    for node in nodes:
        match node:
            case "text", text:
                out.append(text)
            case "value", expression:
                value = evaluate(expression, scope)
                out.append("" if value is None else escape(value))
            case "for", variable, source, body, empty:
                items = list(evaluate(source, scope) or ())
                for n, item in enumerate(items):
                    render(body, {**scope, variable: item, "loop": {"index": n + 1, "last": n == len(items) - 1}}, out)
                if not items:
                    render(empty, scope, out)
            case "if", condition, yes, no:
                wanted = condition.removeprefix("not ")
                render(yes if bool(evaluate(wanted, scope)) != (wanted != condition) else no, scope, out)
    return out


def template(text, **scope):
    return "".join(render(parse(tokens(text))[0], scope, []))


class User:
    def __init__(self, name):
        self.name = name

    def shout(self):
        return self.name.upper() + "!"


print(template("Hello {{ user.name }} & {{ user.shout }} {{ '<b>' }} {{ nothing }}|{{ nothing|default:'none' }}", user=User("Ann")))
print(template("{% for x in items %}{{ loop.index }}:{{ x.1|title }}{% if not loop.last %}, {% endif %}{% else %}empty{% endfor %}.", items=[(1, "one"), (2, "two")]))
print(template("{% for x in items %}{{ x }}{% else %}empty{% endfor %}{# comment #}.", items=[]))
print(template("{{ d.k.0|fixed:'3' }} {{ words|join:' + '|upper }} {{ words|length }}", d={"k": [3.14159]}, words=["a", "b"]))
for bad in ("{{ x", "{% for a in b %}", "{% what %}", "{{ x|nope }}", "{% if x %}{% endfor %}"):
    try:
        print(template(bad))
    except TemplateError as e:
        print("error:", e)

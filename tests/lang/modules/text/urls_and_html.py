# urllib.parse and html: taking URLs apart, joining, quoting, queries, bytes; escaping and entities of HTML.
import html
import html.entities
import urllib.parse as up


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


for u in ("http://user:pa:ss@Host.COM:8080/p/a;x=1;y?q=1&r=a%20b#frag", "//host/p", "/p/a?x", "p", "", "mailto:a@b.c", "http://[::1]:80/x", "http://[::1", "HTTP://H", "file:///etc/x", "ftp://h/a;type=i", "http://h?x#y", "1http://x", "http:", "http://h:port/", "http://h:99999/", "http://h:/", " http://h\n/a\tb", "tel:+1-2;ext=3", "a:b:c", "http://é.com/日", "svn+ssh://h/p", "javascript:x(1)", "http://h/a?b?c#d#e", "//[fe80::1%25eth0]/"):
    try:
        p, s = up.urlparse(u), up.urlsplit(u)
        print(p, s.path, p.hostname, p.username, p.password, p.geturl(), s.geturl(), up.urldefrag(u))
        print(p.port)
    except ValueError as e:
        print(type(e).__name__, e)
for b in ("http://a/b/c/d;p?q", "http://a", "file:///x/y", "a/b"):
    print(b, [up.urljoin(b, u) for u in ("g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "g;x=1", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "/./g", "/../g", "g.", ".g", "g..", "./../g", "./g/.", "g/./h", "g/../h", "http:g", "http://x/y", "mailto:z")])
print(up.urlunparse(("http", "h", "p", "x", "q", "f")), up.urlunsplit(("", "", "a", "", "")), up.urlunsplit(("file", "", "/x", "", "")), up.urlparse(b"http://h:5/p?q").port, up.urljoin(b"http://a/b", b"c"), up.urlsplit(b"x://h/p#f"), up.urlparse("path", scheme="ftp"), up.urlparse("h#f", allow_fragments=False).path, up.urlparse("http://h/p").encode(), up.urlparse(b"http://h").decode(), up.urlparse("http://a/b")._replace(netloc="c").geturl())
show(up.urlparse, "http://h", b"x")
show(up.urljoin, "a", b"b")
show(up.urlparse, 5)
print()
for f, a, kw in ((up.quote, ("a b/c?d&é日+~_.-",), {}), (up.quote, ("a/b",), {"safe": ""}), (up.quote, ("é",), {"encoding": "latin-1"}), (up.quote, (b"\xff a",), {}), (up.quote, (b"x",), {"encoding": "utf-8"}), (up.quote, (5,), {}), (up.quote, ("",), {}), (up.quote, ("a:b@c",), {"safe": ":@"}), (up.quote, ("\ud800",), {"errors": "replace"}), (up.quote_plus, ("a b+c/d",), {}), (up.quote_plus, ("a b",), {"safe": "+"}), (up.quote_plus, (b"a b",), {}), (up.quote_from_bytes, (b"\x00\xffa",), {}), (up.quote_from_bytes, ("x",), {}), (up.unquote, ("a%20b%C3%A9%zz%4",), {}), (up.unquote, ("%E9",), {}), (up.unquote, ("%E9",), {"encoding": "latin-1"}), (up.unquote, ("%ff%fe",), {"errors": "strict"}), (up.unquote, ("日%41é%C3",), {}), (up.unquote, (b"%41+",), {}), (up.unquote_plus, ("a+b%2B",), {}), (up.unquote_to_bytes, ("a%20é%F",), {}), (up.unquote_to_bytes, (b"",), {}), (up.urlencode, ({"a": 1, "b": "x y", "c": "é&="},), {}), (up.urlencode, ([("a", 1), ("a", 2)],), {}), (up.urlencode, ({"a": [1, "x y"], "b": "str", "c": (), "d": 5},), {"doseq": True}), (up.urlencode, ({"a": [1]},), {}), (up.urlencode, ({b"k": b"\xff"},), {}), (up.urlencode, ({"a": "b c"},), {"quote_via": up.quote}), (up.urlencode, ({"a": "/:"},), {"safe": "/"}), (up.urlencode, ("ab",), {}), (up.urlencode, ([1],), {}), (up.urlencode, (5,), {}), (up.urlencode, ({"n": None, "t": True, "f": 1.5},), {}), (up.parse_qs, ("a=1&b=2&a=3&c=&d",), {}), (up.parse_qs, ("a=1&c=&d",), {"keep_blank_values": True}), (up.parse_qsl, ("a=1&b=%20+x&b=3;4",), {}), (up.parse_qsl, ("a&b=1",), {"strict_parsing": True}), (up.parse_qsl, ("a=1;b=2",), {"separator": ";"}), (up.parse_qsl, ("a=1&b=2",), {"max_num_fields": 1}), (up.parse_qsl, (b"a=%C3%A9",), {}), (up.parse_qs, ("",), {}), (up.parse_qsl, ("a=1",), {"separator": ""}), (up.parse_qs, ("x=%E9",), {"encoding": "latin-1"})):
    print(f.__name__, end=" ")
    show(f, *a, **kw)
print()
for t in ("<a href='x'>\"&\"</a>", "", "plain é", "&amp;", "a & b < c > d"):
    print(html.escape(t), html.escape(t, False), html.unescape(html.escape(t)) == t)
for t in ("&lt;&gt;&amp;&quot;&#39;&apos;", "&eacute;&Eacute;&euro;&nbsp;", "&#233;&#xE9;&#XE9;&#233", "&notit; &notin; &not;it &noti", "&amp;amp;", "&", "&;", "&#;", "&#x;", "&unknown; &unknown", "&ampx &lt3 &copy2020", "&#128;&#150;&#0;&#1;&#11;&#xD800;&#x110000;&#x10FFFF;&#xFFFE;&#13;&#10;&#127;", "a&#x1F600;b&NotEqualTilde;&bne;&fjlig;", "&CounterClockwiseContourIntegral;", "&Aacute &aacute", "no refs", "&#99999999999;", "&#065;&#x0041", "& amp;", "&quot&gt", "&zwj;&zwnj;&ThickSpace;"):
    print(ascii(html.unescape(t)), end=" ")
print()
h = html.entities
print(len(h.html5), len(h.name2codepoint), len(h.codepoint2name), h.html5["eacute;"], h.name2codepoint["alpha"], h.codepoint2name[8364], h.entitydefs["szlig"], sum(map(ord, "".join(h.html5.values()))), list(h.html5)[:3], sorted(h.name2codepoint)[-2:])

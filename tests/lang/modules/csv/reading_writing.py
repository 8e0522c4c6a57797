# csv: quoting, escapes, dialects, line ends inside fields, DictReader and DictWriter, sniffing, errors.
import csv
import io


def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(r if r is None or isinstance(r, (list, str, int)) else list(r), end="; ")
    except Exception as e:
        print(type(e).__name__, e, end="; ")


def written(rows, **kw):
    out = io.StringIO()
    w = csv.writer(out, **kw)
    w.writerows(rows)
    return out.getvalue()


for text in ("a,b,c\n", "a,b,c", "", "\n", "a\n\nb\n", ",\n", ",,", '"a","b"\n', '"a,b",c', '"a""b",c', '"a\nb",c\n', 'a"b,c', '"a"b,c', '"unclosed\n', 'a,"b\r\nc",d\r\n', "a\rb", "a,b\r\nc,d\r\n", ' "a", b', "a, b", '""', '"",""', "é,日\n", '"a" ,b', "a;b", "1,2.5,x", '"multi\nline\nfield",2\nnext,3'):
    show(lambda: csv.reader(io.StringIO(text, newline="")))
print()
for text, kw in (("a;b;'c;d'", {"delimiter": ";", "quotechar": "'"}), ("a\\,b,c", {"escapechar": "\\"}), ("a, b,  c", {"skipinitialspace": True}), ('1,"x",2.5', {"quoting": csv.QUOTE_NONNUMERIC}), ("1,x", {"quoting": csv.QUOTE_NONNUMERIC}), ('"a",b', {"quoting": csv.QUOTE_NONE}), ('"a""b"', {"doublequote": False, "escapechar": "\\"}), ('"a\\"b",c', {"escapechar": "\\", "doublequote": False}), ('"a"b', {"strict": True}), ('"a', {"strict": True}), ("a\tb", {"dialect": "excel-tab"}), ('"a","b"', {"dialect": "unix"}), ("a|b", {"dialect": csv.excel, "delimiter": "|"}), ("a", {"dialect": "nope"}), ("a", {"delimiter": ""}), ("a", {"delimiter": "ab"}), ("a", {"delimiter": 5}), ("a", {"quotechar": None}), ("a", {"quotechar": None, "quoting": csv.QUOTE_NONE}), ("a", {"quoting": 9}), ("a", {"quoting": "x"}), ("a", {"nokw": 1}), ("a", {"lineterminator": 5})):
    show(lambda: csv.reader([text], **kw))
print()
show(lambda: csv.reader([b"a,b"]))
show(lambda: csv.reader([5]))
show(lambda: csv.reader(5))
show(lambda: csv.reader(["a\nb", "c"]))
r = csv.reader(["a,b", '"x', 'y",z'])
print(next(r), r.line_num, next(r), r.line_num, next(r, "end"), r.dialect.delimiter)
rows = [["a", 1, 2.5, None, True], ["with,comma", 'with "quote"', "with\nnewline", " space ", ""], [], [""], ["é", "日"], [1e16, 0.1, -0.0, 10 ** 20]]
print(repr(written(rows)))
for kw in ({"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": "\t", "lineterminator": "\n"}, {"quotechar": "'"}, {"doublequote": False, "escapechar": "\\"}, {"dialect": "unix"}, {"dialect": "excel-tab"}):
    print(repr(written(rows, **kw)))
for row, kw in ((["a,b"], {"quoting": csv.QUOTE_NONE}), (["a,b"], {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}), ([""], {"quoting": csv.QUOTE_NONE}), (['a"b'], {"doublequote": False}), (5, {}), (None, {}), ("abc", {}), ([[1, 2], {"k": 1}], {}), (["a\\b"], {"escapechar": "\\"})):
    show(lambda: written([row], **kw))
show(csv.writer, 5)
print()
out = io.StringIO()
print(csv.writer(out).writerow(["x", "y"]), csv.list_dialects())
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
print(written([["a|b", "c"]], dialect="pipes"), csv.get_dialect("pipes").delimiter, "pipes" in csv.list_dialects())
csv.unregister_dialect("pipes")
show(csv.get_dialect, "pipes")
show(csv.unregister_dialect, "pipes")
show(csv.register_dialect, 5)


class Semi(csv.excel):
    delimiter = ";"
    quoting = csv.QUOTE_ALL
    lineterminator = "$"


print(written([[1, "a"]], dialect=Semi), written([[1]], dialect=Semi()), list(csv.reader(["a;b"], Semi)))
data = "name,age,city\nAnn,30,Oslo\nBob,25\nCid,40,Rome,extra,more\n\nDee,1,X\n"
d = csv.DictReader(io.StringIO(data))
print(d.fieldnames, list(d), d.line_num)
print(list(csv.DictReader(io.StringIO("1,2\n3,4,5\n6"), fieldnames=["a", "b"], restkey="rest", restval="?")))
out = io.StringIO()
w = csv.DictWriter(out, ["name", "age"], restval="-", lineterminator="\n")
w.writeheader()
w.writerow({"name": "Ann", "age": 30})
w.writerows([{"name": "Bob"}, {"age": 5, "name": 'Q"'}])
show(w.writerow, {"name": "x", "zip": 1})
csv.DictWriter(out, ["a"], extrasaction="ignore").writerow({"a": 1, "b": 2})
show(csv.DictWriter, out, ["a"], extrasaction="x")
print(repr(out.getvalue()))
total = {}
for row in csv.DictReader(io.StringIO("dept,pay\nx,10\ny,5.5\nx,2\n")):
    total[row["dept"]] = total.get(row["dept"], 0) + float(row["pay"])
print(total, csv.field_size_limit(), csv.field_size_limit(10), csv.field_size_limit())
show(lambda: csv.reader(["x" * 20]))
show(csv.field_size_limit, "x")
csv.field_size_limit(131072)
s = csv.Sniffer()
print(s.sniff("a;b;c\n1;2;3\n4;5;6\n").delimiter, s.sniff("a\tb\n1\t2\n").delimiter, s.has_header("name,size\nx,1\ny,22\n"), csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE, csv.Error.__module__)
many = [[i, f"row {i}", i / 3, "x,y" if i % 2 else 'q"'] for i in range(300)]
back = list(csv.reader(io.StringIO(written(many), newline="")))
print(len(back), back[299], all(b == [str(v) for v in m] for b, m in zip(back, many)))

"""portalis report: the page about a program."""
import html.parser

from harness import expect, fails, test

PROGRAM = """\
import helper


def area(w: int, h: int):
    return w * h


def anything(x):
    return x.whatever


total = area(3, 4)
print(total, "<&>" + helper.shout("a"), anything)
"""


class Page(html.parser.HTMLParser):
    """The rows of the tables by their ids: (class, text), the titles of the code, the links and the text of the page."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.titles, self.links, self.ids, self.open, self.fetched = {}, {}, [], set(), [], []
        self.row = None
        self.feed(text)
        self.close()
        expect(not self.open, f"not closed: {self.open}")

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in ("meta", "input"):
            self.open.append(tag)
        if "id" in given:
            expect(given["id"] not in self.ids, f"id {given['id']} twice")
            self.ids.add(given["id"])
        if tag == "tr" and "id" in given:
            self.row = given["id"]
            self.rows[self.row] = [given["class"], ""]
        if tag == "td" and given.get("title"):
            self.titles[self.row] = given["title"]
        if tag == "a":
            self.links.append(given["href"])
        self.fetched += [given[name] for name in ("src", "srcset", "action") if name in given]
        self.fetched += [given["href"]] if tag == "link" else []

    def handle_endtag(self, tag):
        expect(self.open and self.open.pop() == tag, f"</{tag}> where {self.open[-1:]} is open")
        if tag == "tr":
            self.row = None

    def handle_data(self, data):
        if self.row:
            self.rows[self.row][1] += data


def program(cli):
    cli.write("helper.py", "def shout(text):\n    return text.upper()\n")
    return cli.write("a.py", PROGRAM)


@test
def a_page_of_the_program_and_its_modules(cli):
    result = cli.run("report", program(cli))
    expect(result.status == 0 and not result.out and not result.err, result)
    page = Page((cli.folder / "a.html").read_text())
    expect(len([row for row in page.rows if row.startswith("m0-")]) == PROGRAM.count("\n"), sorted(page.rows))
    expect(len([row for row in page.rows if row.startswith("m1-")]) == 2, sorted(page.rows))


@test
def lines_say_how_static_they_are(cli):
    cli.run("report", program(cli))
    page = Page((cli.folder / "a.html").read_text())
    style = lambda line: page.rows[f"m0-{line}"][0]
    expect(style(2) == "quiet" and style(5) == "typed" and style(12) == "typed" and style(9) == "hardly", page.rows)
    expect("w: int" in page.titles["m0-4"] and "-> int" in page.titles["m0-4"] and page.titles["m0-12"] == "total: int", page.titles)
    expect("nothing is known of the attribute 'whatever'" in page.rows["m0-9"][1], page.rows["m0-9"])
    expect("dynamic" in page.rows["m0-9"][1] and "typed" in page.rows["m0-5"][1], "a word beside the colour")
    expect('"<&>"' in page.rows["m0-13"][1], page.rows["m0-13"])


@test
def the_page_is_complete_in_itself(cli):
    cli.run("report", program(cli))
    text = (cli.folder / "a.html").read_text()
    page = Page(text)
    expect(not page.fetched and "url(" not in text and "@import" not in text and "<script" not in text, page.fetched)
    expect(all(link.startswith("#") and link[1:] in page.ids for link in page.links), page.links)
    expect('lang="en"' in text and "prefers-color-scheme: dark" in text, "light and dark")


@test
def where_the_page_goes(cli):
    name = program(cli)
    expect(cli.run("report", "-o", "out.html", name).status == 0 and (cli.folder / "out.html").exists(), "out.html")
    fails(cli.run("report", name, "-o", "a.py"), "it is the program itself", status=2)
    expect((cli.folder / "a.py").read_text() == PROGRAM, "the program is as it was")
    fails(cli.run("report", name, "-o", "missing/out.html"), "out.html", status=2)
    (cli.folder / "folder").mkdir()
    fails(cli.run("report", name, "-o", "folder"), "it is a directory", status=2)


@test
def a_program_with_errors_has_no_page(cli):
    cli.write("bad.py", "def f(:\n")
    fails(cli.run("report", "bad.py"), "bad.py", status=1)
    expect(not (cli.folder / "bad.html").exists(), "no page")
    fails(cli.run("report", "nowhere.py"), "nowhere.py", status=1)

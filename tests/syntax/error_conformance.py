"""Compares Portalis' syntax errors with CPython's: exception, line, column and words.

    error_conformance.py AST_DUMP [--show N] [--mutate N] [--seed N] [--at-least PERCENT]

The inputs are the examples of the newest installed CPython's own test_syntax, test_exceptions,
test_fstring, test_patma, test_type_params and others, taken from its Lib/test at run time, and the list
in error_cases.txt beside this script. --mutate N adds N programs made by breaking standard library
files at random places. Only what CPython's parser itself rejects is compared: errors of its later
phases are not the parser's business.
"""
import argparse
import ast
import collections
import doctest
import io
import os
import random
import subprocess
import sys
import tempfile
import textwrap
import tokenize
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import cpython

TEST_FILES = ["test_syntax", "test_exceptions", "test_fstring", "test_patma", "test_type_params",
              "test_type_aliases", "test_grammar", "test_positional_only_arg", "test_named_expressions",
              "test_eof", "test_string_literals", "test_unpack_ex", "test_except_star", "test_generators",
              "test_genexps", "test_listcomps", "test_keywordonlyarg", "test_unparse", "test_coroutines",
              "test_global", "test_cmd_line_script", "test_unicode_identifiers", "test_source_encoding"]


def strings_of_calls(tree):
    """The string arguments of calls such as self._check_error("x = ", ...)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 2000:
            yield node.value


def cases_of_tests():
    for name in TEST_FILES:
        path = os.path.join(cpython.library_folder(), "test", name + ".py")
        if not os.path.exists(path):
            continue
        with tokenize.open(path) as stream:
            text = stream.read()
        tree = ast.parse(text)
        for value in strings_of_calls(tree):
            if ">>>" in value:
                try:
                    examples = doctest.DocTestParser().get_examples(value)
                except ValueError:
                    continue
                yield from (e.source for e in examples if e.exc_msg and "Error" in e.exc_msg)
            elif name != "test_cmd_line_script":
                yield value
                yield textwrap.dedent(value)


def listed_cases():
    with open(os.path.join(HERE, "error_cases.txt"), encoding="utf-8") as stream:
        for block in stream.read().split("\n----\n"):
            yield block


def mutations(count, seed):
    rng = random.Random(seed)
    folder = cpython.library_folder()
    files = [os.path.join(folder, n) for n in sorted(os.listdir(folder)) if n.endswith(".py")]
    other = ["(", ")", "[", "]", "{", "}", ":", ",", "=", "==", ":=", "if", "else", "for", "in", "not",
             "lambda", "*", "**", "1", "x", "'s'", "f'{x}'", "\n", ".", "+", "def", "class", "import", "as",
             "yield", "await", "return", "\n    ", ";", "None", "print", "->", "@", "!", "'", '"', "\\"]
    while count > 0:
        with open(rng.choice(files), encoding="utf-8", errors="replace") as stream:
            lines = stream.read().split("\n")
        start = rng.randrange(max(1, len(lines) - 12))
        text = textwrap.dedent("\n".join(lines[start:start + rng.randrange(1, 12)])) + "\n"
        try:
            tokens = [t for t in tokenize.generate_tokens(io.StringIO(text).readline) if t.string.strip()]
        except (tokenize.TokenError, SyntaxError):
            continue
        if not tokens:
            continue
        token = rng.choice(tokens)
        rows = text.split("\n")
        row = rows[token.start[0] - 1]
        column = token.start[1]
        size = len(token.string.split("\n")[0])
        change = rng.randrange(3)
        if change == 0:
            row = row[:column] + row[column + size:]
        elif change == 1:
            row = row[:column] + rng.choice(other) + " " + row[column:]
        else:
            row = row[:column] + rng.choice(other) + row[column + size:]
        rows[token.start[0] - 1] = row
        yield "\n".join(rows)
        count -= 1


def cpython_error(source):
    """(exception, line, column, message) of the parser's error, or None."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(source)
        except SyntaxError as error:
            return type(error).__name__, error.lineno, error.offset, error.msg
        except (ValueError, UnicodeError, RecursionError, MemoryError, OverflowError):
            return "skip"
    return None


def run_tool(tool, sources):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, source in enumerate(sources):
            path = os.path.join(folder, f"{i}.py")
            with open(path, "w", encoding="utf-8", newline="") as stream:
                stream.write(source)
            paths.append(path)
        output = subprocess.run([tool], input="\n".join(paths) + "\n", capture_output=True,
                                encoding="utf-8", errors="surrogatepass").stdout.encode("utf-8", "surrogatepass")
    at = 0
    for source in sources:
        end = output.find(b"\n", at)
        if end < 0:
            yield "CRASH"
            continue
        words = output[at:end].split()
        size = int(words[-1])
        body = output[end + 1:end + 1 + size].decode("utf-8", "surrogatepass")
        at = end + 1 + size + 1
        if words[0] == b"OK":
            yield None
            continue
        line, column = int(words[1]), int(words[2])
        rows = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        row = rows[line - 1] if 0 < line <= len(rows) else ""
        characters = len(row.encode()[:column].decode("utf-8", "replace")) + max(0, column - len(row.encode()))
        yield words[3].decode(), line, characters + 1, body


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--mutate", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-least", type=float, default=0.0,
                        help="fail when fewer rejected programs get the same words")
    options = parser.parse_args()

    sources = list(cases_of_tests()) if not options.mutate else []
    sources += listed_cases() if not options.mutate else mutations(options.mutate, options.seed)
    sources = [s for s in dict.fromkeys(sources) if "\0" not in s and "coding" not in s and not s.startswith("\ufeff")]
    usable, wanted = [], []
    for source in sources:
        try:
            source.encode()
        except UnicodeEncodeError:
            continue
        error = cpython_error(source)
        if error != "skip":
            usable.append(source)
            wanted.append(error)

    score = collections.Counter()
    shown = 0
    for source, theirs, ours in zip(usable, wanted, run_tool(options.tool, usable)):
        if theirs is None:
            kind = "accepted by both" if ours is None else "WRONGLY REJECTED"
        elif ours is None:
            kind = "WRONGLY ACCEPTED"
        elif ours == "CRASH":
            kind = "CRASH"
        elif ours == theirs:
            kind = "same error"
        elif (ours[0], ours[3]) == (theirs[0], theirs[3]):
            kind = "same words, other place"
        else:
            kind = "other words"
        score[kind] += 1
        if kind not in ("same error", "accepted by both") and shown < options.show:
            shown += 1
            print(f"{kind}: {source[-400:]!r}\n  ours   {ours}\n  theirs {theirs}")
    rejected = sum(v for k, v in score.items() if k not in ("accepted by both", "WRONGLY REJECTED"))
    words = score["same error"] + score["same words, other place"]
    percent = 100.0 * words / max(1, rejected)
    print(f"CPython {sys.version.split()[0]}: {rejected} rejected programs: {percent:.1f} % same words, "
          f"{100.0 * score['same error'] / max(1, rejected):.1f} % same words and place; {dict(score)}")
    if sys.version_info < (3, 13):
        print("the words and the grammar compared with are 3.13's: only crashes count here")
        return 1 if score["CRASH"] else 0
    bad = score["WRONGLY REJECTED"] + score["WRONGLY ACCEPTED"] + score["CRASH"]
    return 1 if bad or percent < options.at_least else 0


if __name__ == "__main__":
    cpython.reexec_with_newest()
    sys.exit(main())

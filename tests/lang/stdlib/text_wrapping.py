import textwrap

text = ("The quick brown fox--jumps over the lazy dog, a well-known pangram that e-mail users -- and others -- "
        "like: supercalifragilisticexpialidocious!  It has\ttabs\nand newlines. 'Done.' Really-long-hyphenated-word-chain.")
for width in (10, 20, 33, 70):
    print(textwrap.wrap(text, width))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten("Hello  world! This is long.", 15), textwrap.shorten("Hello world", 20), textwrap.shorten("Hello world", 10, placeholder="..."))
print(repr(textwrap.dedent("""
    a
      b

    c
  \t
    """)), repr(textwrap.dedent("\tx\n  y\n")), repr(textwrap.dedent("  a\n    b\n  c")))
print(textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb\n", "> ", lambda line: True))
print(textwrap.wrap(text, 25, max_lines=2), textwrap.wrap(text, 12, break_long_words=False), textwrap.wrap(text, 20, break_on_hyphens=False))
print(textwrap.wrap(text, 40, fix_sentence_endings=True, drop_whitespace=False), textwrap.wrap(""), textwrap.wrap("   "))
for bad in (lambda: textwrap.wrap("a", 0), lambda: textwrap.shorten("abc def", 2)):
    try:
        bad()
    except ValueError as e:
        print(e)

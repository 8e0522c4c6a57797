"""Wrapping, filling, shortening and (de)indenting text. The behaviour is that of CPython 3.11's textwrap module."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_blanks = "\t\n\x0b\x0c\r "
_punctuation = "\"'.,?!&()[]"                       # besides word characters, may precede a dash between words


def _is_letter(c):
    return c.isalpha()


def _is_word(c):
    return c.isalnum() or c == "_"


def _split_words(text):
    """Runs of blanks and of other characters, alternating."""
    pieces, start = [], 0
    for i in range(1, len(text) + 1):
        if i == len(text) or (text[i] in _blanks) != (text[start] in _blanks):
            pieces.append(text[start:i])
            start = i
    return pieces


def _split_hyphens(word):
    """A word cut after hyphens between letters, and around dashes of two or more hyphens."""
    pieces, start, i, n = [], 0, 0, len(word)
    while i < n:
        if word[i] != "-":
            i += 1
            continue
        end = i
        while end < n and word[end] == "-":
            end += 1
        if end - i >= 2:
            before = i > start and (_is_word(word[i - 1]) or word[i - 1] in _punctuation)
            if before and end < n and _is_word(word[end]):
                pieces.append(word[start:i])
                pieces.append(word[i:end])
                start = end
            i = end
            continue
        two_before = i - start >= 2 and _is_letter(word[i - 1]) and (
            _is_letter(word[i - 2]) or (word[i - 2] == "-" and i - start >= 3 and _is_letter(word[i - 3])))
        two_after = end + 1 < n and _is_letter(word[end]) and (
            _is_letter(word[end + 1]) or (word[end + 1] == "-" and end + 2 < n and _is_letter(word[end + 2])))
        if two_before and two_after:
            pieces.append(word[start:end])
            start = end
        i = end
    if start < n:
        pieces.append(word[start:])
    return pieces


class TextWrapper:
    """Breaks paragraphs into lines of at most `width` characters."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join([" " if c in _blanks else c for c in text])
        chunks = []
        for piece in _split_words(text):
            if self.break_on_hyphens and piece[0] not in _blanks:
                chunks.extend(_split_hyphens(piece))
            else:
                chunks.append(piece)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                if chunks[i + 1] == " " and self._ends_sentence(chunks[i]):
                    chunks[i + 1] = "  "
        return chunks

    @staticmethod
    def _ends_sentence(chunk):
        chunk = chunk[:-1] if chunk[-1:] in ("'", '"') else chunk
        return len(chunk) > 1 and chunk[-1] in ".!?" and "a" <= chunk[-2] <= "z"

    def _cut_long(self, chunks, line, length, width):
        room = 1 if width < 1 else width - length
        if self.break_long_words:
            end, chunk = room, chunks[-1]
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind("-", 0, room)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks = self._chunks(text)
        chunks.reverse()
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            line, length = [], 0
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._cut_long(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            last = not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            if self.max_lines is None or len(lines) + 1 < self.max_lines or (last and length <= width):
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    lines.append(indent + "".join(line) + self.placeholder)
                    break
                length -= len(line.pop())
            else:
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Removes the blanks that all lines start with; lines of blanks become empty."""
    lines = ["" if not line.strip(" \t") else line for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        own = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = own
            continue
        common = 0
        while common < min(len(own), len(margin)) and own[common] == margin[common]:
            common += 1
        margin = margin[:common]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])

"""Comma-separated values: readers, writers and dialects."""

import io

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab", "field_size_limit",
           "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer", "unregister_dialect", "DictReader",
           "DictWriter", "unix_dialect"]

__version__ = "1.0"
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
_dialects = {}
_limit = 131072
_unset = object()


class Error(Exception):
    __module__ = "_csv"


class Dialect:
    """Base of classes that describe a dialect."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Rules(self)
        except TypeError as e:
            raise Error(str(e))


class _Rules:
    """A dialect with all its fields checked; what readers and writers go by."""

    def __init__(self, dialect=None, **given):
        def field(name, default):
            value = given.pop(name, _unset)
            if value is _unset:
                value = getattr(dialect, name, default)
            return value

        self.delimiter = self._character("delimiter", field("delimiter", ","), False)
        unquoted = "quotechar" in given and given["quotechar"] is None and "quoting" not in given
        self.quotechar = self._character("quotechar", field("quotechar", '"'), True)
        self.escapechar = self._character("escapechar", field("escapechar", None), True)
        self.doublequote = bool(field("doublequote", True))
        self.skipinitialspace = bool(field("skipinitialspace", False))
        self.strict = bool(field("strict", False))
        self.lineterminator = field("lineterminator", "\r\n")
        self.quoting = QUOTE_NONE if unquoted else field("quoting", QUOTE_MINIMAL)
        if given:
            raise TypeError("'%s' is an invalid keyword argument for this function" % next(iter(given)))
        if type(self.quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string' if self.lineterminator is not None else '"lineterminator" must be set')

    @staticmethod
    def _character(name, value, optional):
        if value is None and optional:
            return None
        if not isinstance(value, str):
            raise TypeError('"%s" must be %s, not %s' % (name, "string or None" if optional else "string", type(value).__name__))
        if len(value) != 1:
            raise TypeError('"%s" must be a 1-character string' % name)
        return value


def _rules(dialect, given):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    if isinstance(dialect, _Rules) and not given:
        return dialect
    return _Rules(dialect, **given)


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _rules(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=_unset):
    global _limit
    old = _limit
    if new_limit is not _unset:
        if not isinstance(new_limit, int):
            raise TypeError("limit must be an integer")
        _limit = new_limit
    return old


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


# What the reader is in the middle of.
_START_RECORD, _START_FIELD, _ESCAPED, _IN_FIELD, _IN_QUOTES, _ESCAPE_IN_QUOTES, _QUOTE_IN_QUOTES, _EAT_NEWLINE = range(8)


class _Reader:
    def __init__(self, lines, dialect, given):
        self._lines = iter(lines)
        self.dialect = _rules(dialect, given)
        self.line_num = 0
        self._fields, self._field, self._numeric = [], [], False
        self._state = _START_RECORD

    def __iter__(self):
        return self

    def __next__(self):
        self._fields, self._field, self._numeric = [], [], False
        self._state = _START_RECORD
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or self._state == _IN_QUOTES:
                    if self.dialect.strict:
                        raise Error("unexpected end of data")
                    self._save()
                    return self._fields
                raise
            if not isinstance(line, str):
                raise Error("iterator should return strings, not %s (the file should be opened in text mode)" % type(line).__name__)
            self.line_num += 1
            self._take_line(line)
            if self._state == _START_RECORD:
                return self._fields

    def _save(self):
        text = "".join(self._field)
        self._field = []
        if self._numeric:
            self._numeric = False
            self._fields.append(float(text))
        else:
            self._fields.append(text)

    def _add(self, c):
        if len(self._field) >= _limit:
            raise Error("field larger than field limit (%d)" % _limit)
        self._field.append(c)

    def _take_line(self, line):
        if self._state == _START_RECORD and not self._quick(line):
            for c in line:
                self._take(c)
            self._take(None)
        elif self._state != _START_RECORD:
            for c in line:
                self._take(c)
            self._take(None)

    def _quick(self, line):
        """A line without quotes, escapes and inner line ends is only split."""
        d = self.dialect
        if d.quoting == QUOTE_NONNUMERIC or d.skipinitialspace or d.escapechar is not None and d.escapechar in line:
            return False
        if d.quotechar is not None and d.quotechar in line:
            return False
        body = line[:-2] if line.endswith("\r\n") else line[:-1] if line.endswith(("\n", "\r")) else line
        if "\n" in body or "\r" in body or len(body) > _limit:
            return False
        self._fields = body.split(d.delimiter) if body else []
        return True

    def _take(self, c):
        d, state = self.dialect, self._state
        if state == _START_RECORD:
            if c is None:
                return
            if c in "\n\r":
                self._state = _EAT_NEWLINE
                return
            state = _START_FIELD
        if state == _START_FIELD:
            if c is None or c in "\n\r":
                self._save()
                self._state = _START_RECORD if c is None else _EAT_NEWLINE
            elif c == d.quotechar and d.quoting != QUOTE_NONE:
                self._state = _IN_QUOTES
            elif c == d.escapechar:
                self._state = _ESCAPED
            elif c == " " and d.skipinitialspace:
                self._state = _START_FIELD
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            else:
                if d.quoting == QUOTE_NONNUMERIC:
                    self._numeric = True
                self._add(c)
                self._state = _IN_FIELD
        elif state == _ESCAPED:
            if c is not None and c in "\n\r":
                self._add(c)
                self._state = _IN_FIELD
                return
            self._add("\n" if c is None else c)
            self._state = _IN_FIELD
        elif state == _IN_FIELD:
            if c is None or c in "\n\r":
                self._save()
                self._state = _START_RECORD if c is None else _EAT_NEWLINE
            elif c == d.escapechar:
                self._state = _ESCAPED
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            else:
                self._add(c)
        elif state == _IN_QUOTES:
            if c is None:
                return
            if c == d.escapechar:
                self._state = _ESCAPE_IN_QUOTES
            elif c == d.quotechar and d.quoting != QUOTE_NONE:
                self._state = _QUOTE_IN_QUOTES if d.doublequote else _IN_FIELD
            else:
                self._add(c)
        elif state == _ESCAPE_IN_QUOTES:
            self._add("\n" if c is None else c)
            self._state = _IN_QUOTES
        elif state == _QUOTE_IN_QUOTES:
            if c is not None and c == d.quotechar and d.quoting != QUOTE_NONE:
                self._add(c)
                self._state = _IN_QUOTES
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            elif c is None or c in "\n\r":
                self._save()
                self._state = _START_RECORD if c is None else _EAT_NEWLINE
            elif not d.strict:
                self._add(c)
                self._state = _IN_FIELD
            else:
                raise Error("'%s' expected after '%s'" % (d.delimiter, d.quotechar))
        elif c is None:                                  # _EAT_NEWLINE
            self._state = _START_RECORD
        elif c not in "\n\r":
            raise Error("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")


def reader(csvfile, dialect="excel", **fmtparams):
    return _Reader(csvfile, dialect, fmtparams)


class _Writer:
    def __init__(self, target, dialect, given):
        if not hasattr(target, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._write = target.write
        self.dialect = _rules(dialect, given)
        d = self.dialect
        self._special = {c for c in (d.delimiter, d.quotechar, d.escapechar, "\n", "\r") if c} | set(d.lineterminator)

    def _field_text(self, field, alone):
        d = self.dialect
        numeric = isinstance(field, (int, float)) or hasattr(type(field), "__float__")
        text = "" if field is None else field if isinstance(field, str) else repr(field) if type(field) is float else str(field)
        quoted = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not numeric
        out = []
        for c in text:
            escape = False
            if c in self._special:
                if d.quoting == QUOTE_NONE:
                    escape = True
                elif c == d.quotechar:
                    if d.doublequote:
                        out.append(c)
                        quoted = True
                    else:
                        escape = True
                elif c == d.escapechar:
                    escape = True
                else:
                    quoted = True
                if escape:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
            out.append(c)
        if not text and alone:
            if d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            quoted = True
        text = "".join(out)
        return d.quotechar + text + d.quotechar if quoted else text

    def writerow(self, row):
        try:
            fields = list(row)
        except TypeError:
            raise Error("iterable expected, not %s" % type(row).__name__) from None
        alone = len(fields) == 1
        return self._write(self.dialect.delimiter.join(self._field_text(f, alone) for f in fields) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect="excel", **fmtparams):
    return _Writer(csvfile, dialect, fmtparams)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        d = dict(zip(self.fieldnames, row))
        expected, found = len(self.fieldnames), len(row)
        if expected < found:
            d[self.restkey] = row[expected:]
        for key in self.fieldnames[found:]:
            d[key] = self.restval
        return d


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _values(self, row):
        if self.extrasaction == "raise":
            wrong = row.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return (row.get(key, self.restval) for key in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._values, rowdicts))


class Sniffer:
    """Guesses the dialect of a sample by counting which delimiter divides its lines evenly."""

    preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.splitlines() if line.strip()]
        quote = '"' if '"' in sample else "'" if any(line.count("'") % 2 == 0 and "'" in line for line in lines) else '"'
        best = None
        for candidate in delimiters or self.preferred + ["|"]:
            counts = [self._count(line, candidate, quote) for line in lines]
            if counts and counts[0] > 0 and all(n == counts[0] for n in counts):
                best = candidate
                break
        if best is None:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL
            delimiter = best
            quotechar = quote
            doublequote = quote * 2 in sample
            skipinitialspace = all(line.count(best) == line.count(best + " ") for line in lines)
        return dialect

    @staticmethod
    def _count(line, delimiter, quote):
        count, inside = 0, False
        for c in line:
            if c == quote:
                inside = not inside
            count += c == delimiter and not inside
        return count

    def has_header(self, sample):
        rows = reader(io.StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = {i: None for i in range(len(header))}
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                try:
                    complex(row[column])
                    kind = complex
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            elif kind is not None:
                try:
                    kind(header[column])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0

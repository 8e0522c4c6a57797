"""Scanner: cuts a text into pieces told apart by a list of (pattern, action). CPython does not document it, but programs use it."""
from re._assemble import assemble
from re._parse import Parser


class Scanner:
    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        branches, groups, parser = [], len(lexicon), Parser("", int(flags))
        for number, (phrase, _) in enumerate(lexicon, 1):
            parser = Parser(phrase, int(flags))
            branches.append(("group", number, parser.parse()))
            groups = max(groups, parser.count)
        self.scanner = assemble(("either", branches), parser, groups)

    def scan(self, string):
        """(what the actions gave, the rest of the text that no pattern fits)"""
        result, at = [], 0
        match = self.scanner.scanner(string).match
        while True:
            found = match()
            if not found or found.end() == at:
                return result, string[at:]
            action = self.lexicon[found.lastindex - 1][1]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = found.end()

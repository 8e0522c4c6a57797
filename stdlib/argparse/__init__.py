"""Command lines: ArgumentParser, over the actions, the containers and the help of the private modules."""

import os
import sys

from argparse import _actions
from argparse._actions import Action, ArgumentError, ArgumentTypeError, BooleanOptionalAction, FileType, Namespace, argument_name
from argparse._container import ActionsContainer, _is_negative_number
from argparse._help import (ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, ONE_OR_MORE, OPTIONAL, PARSER,
                            RawDescriptionHelpFormatter, RawTextHelpFormatter, REMAINDER, SUPPRESS, ZERO_OR_MORE)

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
           "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter",
           "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS", "ZERO_OR_MORE"]

for _class in (Action, ArgumentError, ArgumentTypeError, BooleanOptionalAction, FileType, Namespace, HelpFormatter,
               ArgumentDefaultsHelpFormatter, MetavarTypeHelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter):
    _class.__module__ = __name__

_UNRECOGNIZED = "_unrecognized_args"
_MANY = 1 << 60


def _counts(action):
    """How few and how many arguments an action takes; PARSER and REMAINDER also take options."""
    nargs = action.nargs
    if nargs is None:
        return 1, 1
    if isinstance(nargs, int):
        return nargs, nargs
    return {OPTIONAL: (0, 1), ZERO_OR_MORE: (0, _MANY), ONE_OR_MORE: (1, _MANY), REMAINDER: (0, _MANY), PARSER: (1, _MANY), SUPPRESS: (0, 0)}[nargs]


def _longest(action, pattern, start):
    """How much of pattern[start:] an action could take at most. A '-' stands for '--', which separates but is no argument."""
    most = _counts(action)[1]
    end, taken = start, 0
    while end < len(pattern):
        kind = pattern[end]
        if kind == "-" and not (action.option_strings and action.nargs != REMAINDER and action.nargs != PARSER):
            end += 1
            continue
        if taken == most or kind == "-":
            break
        if kind == "O" and not (action.nargs == REMAINDER or action.nargs == PARSER and taken):
            break
        taken += 1
        end += 1
    return end


def _fits(action, piece):
    count = len(piece) - piece.count("-") if action.nargs not in (REMAINDER, PARSER) else len(piece.lstrip("-"))
    least, most = _counts(action)
    return least <= count <= most


def _match(actions, pattern, start):
    """Where each action's arguments end, taking as many as possible from the left; None when they do not fit."""
    if not actions:
        return []
    action = actions[0]
    for end in range(_longest(action, pattern, start), start - 1, -1):
        if _fits(action, pattern[start:end]):
            rest = _match(actions[1:], pattern, end)
            if rest is not None:
                return [end] + rest
    return None


class ArgumentParser(_actions._AttributeHolder, ActionsContainer):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True,
                 allow_abbrev=True, exit_on_error=True):
        ActionsContainer.__init__(self, description=description, prefix_chars=prefix_chars, argument_default=argument_default,
                                  conflict_handler=conflict_handler)
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if self.add_help:
            char = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(char + "h", char * 2 + "help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            self._add_container_actions(parent)
            self._defaults.update(getattr(parent, "_defaults", {}))

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")]

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"), kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        action = self._registry_get("action", kwargs.pop("action", "parsers"))(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    def parse_args(self, args=None, namespace=None):
        args, extra = self.parse_known_args(args, namespace)
        if extra:
            self.error("unrecognized arguments: %s" % " ".join(extra))
        return args

    def parse_known_args(self, args=None, namespace=None):
        args = sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if self.exit_on_error:
            try:
                namespace, args = _Run(self, args, namespace).parse()
            except ArgumentError as e:
                self.error(str(e))
        else:
            namespace, args = _Run(self, args, namespace).parse()
        if hasattr(namespace, _UNRECOGNIZED):
            args.extend(getattr(namespace, _UNRECOGNIZED))
            delattr(namespace, _UNRECOGNIZED)
        return namespace, args

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _read_args_from_files(self, strings):
        result = []
        for text in strings:
            if not text or text[0] not in self.fromfile_prefix_chars:
                result.append(text)
                continue
            try:
                with open(text[1:]) as f:
                    lines = []
                    for line in f.read().splitlines():
                        lines.extend(self.convert_arg_line_to_args(line))
                    result.extend(self._read_args_from_files(lines))
            except OSError as e:
                self.error(str(e))
        return result

    def _parse_optional(self, text):
        """(action or None, option string, explicit argument) of an option; None for a positional argument."""
        if not text or text[0] not in self.prefix_chars:
            return None
        if text in self._option_string_actions:
            return self._option_string_actions[text], text, None
        if len(text) == 1:
            return None
        if "=" in text:
            option, explicit = text.split("=", 1)
            if option in self._option_string_actions:
                return self._option_string_actions[option], option, explicit
        found = self._get_option_tuples(text)
        if len(found) > 1:
            options = ", ".join(option for _, option, _ in found)
            self.error("ambiguous option: %s could match %s" % (text, options))
        if len(found) == 1:
            return found[0]
        if _is_negative_number(text) and not self._has_negative_number_optionals:
            return None
        if " " in text:
            return None
        return None, text, None

    def _get_option_tuples(self, text):
        result = []
        chars = self.prefix_chars
        if text[0] in chars and text[1] in chars:
            if self.allow_abbrev:
                prefix, equals, explicit = text.partition("=")
                for option in self._option_string_actions:
                    if option.startswith(prefix):
                        result.append((self._option_string_actions[option], option, explicit if equals else None))
        elif text[0] in chars:
            short, explicit = text[:2], text[2:]
            for option in self._option_string_actions:
                if option == short:
                    result.append((self._option_string_actions[option], option, explicit))
                elif option.startswith(text):
                    result.append((self._option_string_actions[option], option, None))
        else:
            self.error("unexpected option string: %s" % text)
        return result

    def _get_values(self, action, strings):
        if action.nargs not in (PARSER, REMAINDER) and "--" in strings:
            strings.remove("--")
        if not strings and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
        elif not strings and action.nargs == ZERO_OR_MORE and not action.option_strings:
            value = action.default if action.default is not None else strings
            self._check_value(action, value)
        elif len(strings) == 1 and action.nargs in (None, OPTIONAL):
            value = self._get_value(action, strings[0])
            self._check_value(action, value)
        elif action.nargs == REMAINDER:
            value = [self._get_value(action, v) for v in strings]
        elif action.nargs == PARSER:
            value = [self._get_value(action, v) for v in strings]
            self._check_value(action, value[0])
        elif action.nargs == SUPPRESS:
            value = SUPPRESS
        else:
            value = [self._get_value(action, v) for v in strings]
            for v in value:
                self._check_value(action, v)
        return value

    def _get_value(self, action, text):
        convert = self._registry_get("type", action.type, action.type)
        if convert is None:
            return text
        if not callable(convert):
            raise ArgumentError(action, "%r is not callable" % (convert,))
        try:
            return convert(text)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, "invalid %s value: %r" % (name, text))

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, "invalid choice: %r (choose from %s)" % (value, ", ".join(map(repr, action.choices))))

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            try:
                (file or sys.stderr).write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))


class _Run:
    """One parse of one list of arguments."""

    def __init__(self, parser, strings, namespace):
        if parser.fromfile_prefix_chars is not None:
            strings = parser._read_args_from_files(strings)
        self.parser, self.strings, self.namespace = parser, strings, namespace
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for i, action in enumerate(group._group_actions):
                self.conflicts.setdefault(action, []).extend(group._group_actions[:i] + group._group_actions[i + 1:])
        self.options = {}
        pattern = []
        rest = iter(enumerate(strings))
        for i, text in rest:
            if text == "--":
                pattern.append("-")
                pattern.extend("A" for _ in rest)
                break
            option = parser._parse_optional(text)
            if option is None:
                pattern.append("A")
            else:
                self.options[i] = option
                pattern.append("O")
        self.pattern = "".join(pattern)
        self.extras = []
        self.seen, self.seen_non_default = set(), set()
        self.positionals = parser._get_positional_actions()

    def parse(self):
        start, last = 0, max(self.options) if self.options else -1
        while start <= last:
            next_option = min(i for i in self.options if i >= start)
            if start != next_option:
                end = self.take_positionals(start)
                if end > start:
                    start = end
                    continue
                start = end
            if start not in self.options:
                self.extras.extend(self.strings[start:next_option])
                start = next_option
            start = self.take_option(start)
        stop = self.take_positionals(start)
        self.extras.extend(self.strings[stop:])
        self.check_required()
        return self.namespace, self.extras

    def take_action(self, action, strings, option=None):
        self.seen.add(action)
        values = self.parser._get_values(action, strings)
        if values is not action.default:
            self.seen_non_default.add(action)
            for other in self.conflicts.get(action, []):
                if other in self.seen_non_default:
                    raise ArgumentError(action, "not allowed with argument %s" % argument_name(other))
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def take_positionals(self, start):
        for n in range(len(self.positionals), 0, -1):
            ends = _match(self.positionals[:n], self.pattern, start)
            if ends is not None:
                for action, end in zip(self.positionals[:n], ends):
                    self.take_action(action, self.strings[start:end])
                    start = end
                self.positionals = self.positionals[n:]
                break
        return start

    def take_option(self, start):
        action, option, explicit = self.options[start]
        todo = []
        while True:
            if action is None:
                self.extras.append(self.strings[start])
                return start + 1
            if explicit is not None:
                count = 1 if _fits(action, "A") and action.nargs != 0 else 0
                chars = self.parser.prefix_chars
                if count == 0 and option[1] not in chars and explicit != "" and not _counts(action)[0]:
                    todo.append((action, [], option))
                    option = option[0] + explicit[0]
                    following = explicit[1:] or None
                    known = self.parser._option_string_actions
                    if option not in known:
                        raise ArgumentError(action, "ignored explicit argument %r" % explicit)
                    action, explicit = known[option], following
                elif count == 1:
                    todo.append((action, [explicit], option))
                    stop = start + 1
                    break
                else:
                    if not _counts(action)[1] or action.nargs == 0:
                        raise ArgumentError(action, "ignored explicit argument %r" % explicit)
                    raise ArgumentError(action, self.expected(action))
            else:
                begin = start + 1
                stop = _longest(action, self.pattern, begin) if action.nargs != 0 else begin
                if not _fits(action, self.pattern[begin:stop]):
                    raise ArgumentError(action, self.expected(action))
                todo.append((action, self.strings[begin:stop], option))
                break
        for action, strings, option in todo:
            self.take_action(action, strings, option)
        return stop

    @staticmethod
    def expected(action):
        words = {None: "expected one argument", OPTIONAL: "expected at most one argument", ONE_OR_MORE: "expected at least one argument"}
        if action.nargs in words:
            return words[action.nargs]
        return "expected %s argument%s" % (action.nargs, "" if action.nargs == 1 else "s")

    def check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(argument_name(action))
            elif isinstance(action.default, str) and hasattr(self.namespace, action.dest) and \
                    action.default is getattr(self.namespace, action.dest):
                setattr(self.namespace, action.dest, self.parser._get_value(action, action.default))
        if missing:
            self.parser.error("the following arguments are required: %s" % ", ".join(missing))
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_non_default for action in group._group_actions):
                names = [argument_name(a) for a in group._group_actions if a.help is not SUPPRESS]
                self.parser.error("one of the arguments %s is required" % " ".join(names))

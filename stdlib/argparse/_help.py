"""The text of usage and help: HelpFormatter and its variants."""

import os
import sys
import textwrap

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = "?", "*", "+", "A...", "..."


def _terminal_width():
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    if columns <= 0:
        try:
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns
        except (AttributeError, ValueError, OSError):
            columns = 0
    return columns or 80


def _words(parts):
    """Where a usage may be broken: between words, but not inside brackets."""
    text, words, start = " ".join(parts), [], 0
    while start < len(text):
        closing = {"[": "]", "(": ")"}.get(text[start])
        end = text.find(" ", start)
        if closing:
            end = text.find(closing + " ", start) + 1
        if end <= 0:
            end = len(text)
        words.append(text[start:end])
        start = end + 1
    return words


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = _terminal_width() - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._action_max_length = 0
        self._sections = [[]]                            # a stack of lists of functions that give text

    def _indent(self):
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._current_indent -= self._indent_increment

    def start_section(self, heading):
        self._indent()
        self._sections.append([heading])

    def end_section(self):
        heading, *items = self._sections.pop()
        indent = self._current_indent - self._indent_increment
        self._dedent()

        def section():
            body = "".join(filter(None, (item() for item in items)))
            if not body:
                return ""
            title = "%*s%s:\n" % (indent, "", heading) if heading is not SUPPRESS and heading is not None else ""
            return "\n" + title + body + "\n"
        self._sections[-1].append(section)

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            indent = self._current_indent
            self._sections[-1].append(lambda: self._at(indent, self._format_text, text))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._sections[-1].append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        longest = len(self._format_action_invocation(action)) + self._current_indent
        for subaction in self._iter_indented_subactions(action):
            longest = max(longest, len(self._format_action_invocation(subaction)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, longest)
        indent = self._current_indent
        self._sections[-1].append(lambda: self._at(indent, self._format_action, action))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def _at(self, indent, format, *args):
        saved, self._current_indent = self._current_indent, indent
        try:
            return format(*args)
        finally:
            self._current_indent = saved

    def format_help(self):
        text = "".join(filter(None, (item() for item in self._sections[0])))
        if text:
            while "\n\n\n" in text:
                text = text.replace("\n\n\n", "\n\n")
            text = text.strip("\n") + "\n"
        return text

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            usage = usage % dict(prog=self._prog)
        elif not actions:
            usage = "%(prog)s" % dict(prog=self._prog)
        else:
            prog = "%(prog)s" % dict(prog=self._prog)
            optionals = [a for a in actions if a.option_strings]
            positionals = [a for a in actions if not a.option_strings]
            usage = " ".join([prog] + self._usage_parts(optionals + positionals, groups))
            width = self._width - self._current_indent
            if len(prefix) + len(usage) > width:
                usage = self._wrapped_usage(prefix, prog, _words(self._usage_parts(optionals, groups)),
                                            _words(self._usage_parts(positionals, groups)), width)
        return "%s%s\n\n" % (prefix, usage)

    @staticmethod
    def _wrapped_usage(prefix, prog, options, positionals, width):
        def lines_of(parts, indent, first=None):
            lines, line = [], []
            length = (len(first) if first is not None else len(indent)) - 1
            for part in parts:
                if length + 1 + len(part) > width and line:
                    lines.append(indent + " ".join(line))
                    line, length = [], len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + " ".join(line))
            if first is not None:
                lines[0] = lines[0][len(indent):]
            return lines

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = " " * (len(prefix) + len(prog) + 1)
            if options:
                lines = lines_of([prog] + options, indent, prefix)
                lines.extend(lines_of(positionals, indent))
            elif positionals:
                lines = lines_of([prog] + positionals, indent, prefix)
            else:
                lines = [prog]
        else:
            indent = " " * len(prefix)
            lines = lines_of(options + positionals, indent)
            if len(lines) > 1:
                lines = lines_of(options, indent) + lines_of(positionals, indent)
            lines = [prog] + lines
        return "\n".join(lines)

    def _usage_parts(self, actions, groups):
        """What stands for each action; the members of an exclusive group are joined by bars."""
        parts = []
        opened = {}                                      # index of a group's first action: (end, group)
        for group in groups:
            members = group._group_actions
            if members and members[0] in actions:
                start = actions.index(members[0])
                if actions[start:start + len(members)] == members:
                    opened[start] = (start + len(members), group)
        i = 0
        while i < len(actions):
            if i in opened:
                end, group = opened[i]
                shown = [self._usage_part(a, True) for a in actions[i:end] if a.help is not SUPPRESS]
                if len(shown) == 1:
                    text = shown[0] if group.required or not shown[0].startswith("-") and shown[0].startswith("[") else "[%s]" % shown[0]
                    parts.append(text)
                elif shown:
                    left, right = "()" if group.required else "[]"
                    shown[0] = left + shown[0]
                    shown[-1] += right
                    for j, text in enumerate(shown):
                        parts.append(text)
                        if j < len(shown) - 1:
                            parts.append("|")
                i = end
                continue
            if actions[i].help is not SUPPRESS:
                parts.append(self._usage_part(actions[i], False))
            i += 1
        return parts

    def _usage_part(self, action, grouped):
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            if grouped and part[0] == "[" and part[-1] == "]":
                part = part[1:-1]
            return part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            args = self._format_args(action, self._get_default_metavar_for_optional(action))
            part = "%s %s" % (action.option_strings[0], args)
        return part if action.required or grouped else "[%s]" % part

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % dict(prog=self._prog)
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

    def _format_action(self, action):
        help_position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - help_position, 11)
        action_width = help_position - self._current_indent - 2
        header = self._format_action_invocation(action)
        first_indent = 0
        if not action.help:
            text = "%*s%s\n" % (self._current_indent, "", header)
        elif len(header) <= action_width:
            text = "%*s%-*s  " % (self._current_indent, "", action_width, header)
        else:
            text = "%*s%s\n" % (self._current_indent, "", header)
            first_indent = help_position
        parts = [text]
        if action.help and action.help.strip():
            lines = self._split_lines(self._expand_help(action), help_width)
            if lines:
                parts.append("%*s%s\n" % (first_indent, "", lines[0]))
                parts.extend("%*s%s\n" % (help_position, "", line) for line in lines[1:])
        elif not text.endswith("\n"):
            parts.append("\n")
        for subaction in self._iter_indented_subactions(action, at_once=False):
            parts.append(self._format_action(subaction))
        return "".join(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ", ".join("%s %s" % (option, args) for option in action.option_strings)

    def _metavar_formatter(self, action, default):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = "{%s}" % ",".join(map(str, action.choices))
        else:
            result = default
        return lambda size: result if isinstance(result, tuple) else (result,) * size

    def _format_args(self, action, default):
        metavar = self._metavar_formatter(action, default)
        if action.nargs is None:
            return "%s" % metavar(1)
        if action.nargs == OPTIONAL:
            return "[%s]" % metavar(1)
        if action.nargs == ZERO_OR_MORE:
            names = metavar(1)
            return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
        if action.nargs == ONE_OR_MORE:
            return "%s [%s ...]" % metavar(2)
        if action.nargs == REMAINDER:
            return "..."
        if action.nargs == PARSER:
            return "%s ..." % metavar(1)
        if action.nargs == SUPPRESS:
            return ""
        if not isinstance(action.nargs, int):
            raise ValueError("invalid nargs value")
        return " ".join(["%s"] * action.nargs) % metavar(action.nargs)

    def _expand_help(self, action):
        values = dict(vars(action), prog=self._prog)
        for name in list(values):
            if values[name] is SUPPRESS:
                del values[name]
            elif hasattr(values[name], "__name__"):
                values[name] = values[name].__name__
        if values.get("choices") is not None:
            values["choices"] = ", ".join(str(c) for c in values["choices"])
        return self._get_help_string(action) % values

    def _iter_indented_subactions(self, action, at_once=True):
        if hasattr(action, "_get_subactions"):
            self._indent()
            yield from action._get_subactions()
            self._dedent()

    def _split_lines(self, text, width):
        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help
        if text is None:
            text = ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__

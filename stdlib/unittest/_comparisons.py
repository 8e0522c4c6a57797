"""The assertions of TestCase that show what differs between two texts or collections."""
import collections
import difflib
import pprint
import warnings

from unittest._assertions import Assertions
from unittest.util import counts_of_any, counts_of_hashable, safe_repr, shortened_reprs

__unittest = True

_NOT_INDEXABLE = TypeError, IndexError, NotImplementedError


def _diff_of_reprs(first, second):
    return "\n" + "\n".join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))


def _first_difference(first, second, sizes, name):
    """What is said about the first items that differ; None when all that both have are equal."""
    for i in range(min(sizes)):
        items = []
        for which, sequence in (("first", first), ("second", second)):
            try:
                items.append(sequence[i])
            except _NOT_INDEXABLE:
                return f"\nUnable to index element {i} of {which} {name}\n"
        if items[0] != items[1]:
            return "\nFirst differing element %d:\n%s\n%s\n" % (i, *shortened_reprs(*items))
    return None


def _additional(which, sequence, size, other, name):
    text = f"\n{which.capitalize()} {name} contains {size - other} additional elements.\n"
    try:
        return text + f"First extra element {other}:\n{safe_repr(sequence[other])}\n"
    except _NOT_INDEXABLE:
        return text + f"Unable to index element {other} of {which} {name}\n"


class Comparisons(Assertions):
    maxDiff = 640
    _diffThreshold = 65536               # longer texts are compared without difflib

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            asserter = self._type_equality_funcs.get(type(first))
            if asserter is not None:
                return getattr(self, asserter) if isinstance(asserter, str) else asserter
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail_with(msg, "%s != %s" % shortened_reprs(first, second))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + f"\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it."

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = "sequence" if seq_type is None else seq_type.__name__
        sizes, differing = [], None
        for which, sequence in (("First", seq1), ("Second", seq2)):
            if seq_type is not None and not isinstance(sequence, seq_type):
                raise self.failureException(f"{which} sequence is not a {name}: {safe_repr(sequence)}")
        for which, sequence in (("First", seq1), ("Second", seq2)):
            try:
                sizes.append(len(sequence))
            except (TypeError, NotImplementedError):
                differing = f"{which} {name} has no length.    Non-sequence?"
                break
        if differing is None:
            if seq1 == seq2:
                return
            differing = "%ss differ: %s != %s\n" % (name.capitalize(), *shortened_reprs(seq1, seq2))
            found = _first_difference(seq1, seq2, sizes, name)
            if found is not None:
                differing += found
            elif sizes[0] == sizes[1] and seq_type is None and type(seq1) != type(seq2):
                return                       # equal but for their type
            if sizes[0] > sizes[1]:
                differing += _additional("first", seq1, *sizes, name)
            elif sizes[0] < sizes[1]:
                differing += _additional("second", seq2, sizes[1], sizes[0], name)
        self._fail_with(msg, self._truncateMessage(differing, _diff_of_reprs(seq1, seq2)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def _set_difference(self, set1, set2, which):
        try:
            return set1.difference(set2)
        except TypeError as e:
            self.fail(f"invalid type when attempting set difference: {e}")
        except AttributeError as e:
            self.fail(f"{which} argument does not support set difference: {e}")

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for which, other, ours, theirs in (("first", "second", set1, set2), ("second", "first", set2, set1)):
            only = self._set_difference(ours, theirs, which)
            if only:
                lines.append(f"Items in the {which} set but not the {other}:")
                lines.extend([repr(item) for item in only])
        if lines:
            self._fail_with(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._fail_with(msg, self._truncateMessage("%s != %s" % shortened_reprs(d1, d2), _diff_of_reprs(d1, d2)))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        warnings.warn("assertDictContainsSubset is deprecated", DeprecationWarning)
        missing = [safe_repr(key) for key in subset if key not in dictionary]
        mismatched = [f"{safe_repr(key)}, expected: {safe_repr(value)}, actual: {safe_repr(dictionary[key])}"
                      for key, value in subset.items() if key in dictionary and value != dictionary[key]]
        told = []
        if missing:
            told.append("Missing: " + ",".join(missing))
        if mismatched:
            told.append("Mismatched values: " + ",".join(mismatched))
        if told:
            self._fail_with(msg, "; ".join(told))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        try:
            if collections.Counter(first) == collections.Counter(second):
                return
            differences = counts_of_hashable(first, second)
        except TypeError:
            differences = counts_of_any(first, second)
        if differences:
            lines = ["First has %d, Second has %d:  %r" % each for each in differences]
            self._fail_with(msg, self._truncateMessage("Element counts were not equal:\n", "\n".join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        lines, others = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(lines) == 1 and first.strip("\r\n") == first:
            lines, others = [first + "\n"], [second + "\n"]
        diff = "\n" + "".join(difflib.ndiff(lines, others))
        self._fail_with(msg, self._truncateMessage("%s != %s" % shortened_reprs(first, second), diff))

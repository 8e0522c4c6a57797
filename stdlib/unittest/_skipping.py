"""Tests that are not run, and those that are expected to fail."""
import functools
import types

__unittest = True


class SkipTest(Exception):
    """Raised in a test to skip it."""

    __module__ = "unittest.case"


def skip(reason):
    def mark(item):
        if not isinstance(item, type):
            @functools.wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if isinstance(reason, types.FunctionType):       # @skip without parentheses
        item, reason = reason, ""
        return mark(item)
    return mark


def _as_it_is(item):
    return item


def skipIf(condition, reason):
    return skip(reason) if condition else _as_it_is


def skipUnless(condition, reason):
    return _as_it_is if condition else skip(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


def reason_to_skip(cls, method):
    """Why a test is to be skipped; None when it is not."""
    if not (getattr(cls, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False)):
        return None
    return getattr(cls, "__unittest_skip_why__", "") or getattr(method, "__unittest_skip_why__", "")

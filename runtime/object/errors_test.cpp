// Pending exceptions: raising, chaining, matching, formatting.
#include "runtime/object/runtime_test.hpp"

namespace py::test {
namespace {

using ErrorsTest = RuntimeTest;

TEST_F(ErrorsTest, RaiseLeavesAPendingException) {
  Value result = raise(exc::ValueError, "%s has %d of %R", "it", 3, small_int(4));
  EXPECT_TRUE(result.is_error());
  EXPECT_TRUE(error_pending());
  EXPECT_TRUE(error_matches(exc::ValueError));
  EXPECT_TRUE(error_matches(exc::Exception));
  EXPECT_FALSE(error_matches(exc::TypeError));
  EXPECT_EQ(take_error(), "ValueError: it has 3 of 4");
}

TEST_F(ErrorsTest, FetchTakesAndRestoreGivesBack) {
  (void)raise(exc::KeyError, "x");
  Ref taken = fetch_error();
  EXPECT_FALSE(error_pending());
  restore_error(taken.take());
  EXPECT_TRUE(error_matches(exc::LookupError));
  clear_error();
  EXPECT_TRUE(fetch_error().is_undefined());
}

TEST_F(ErrorsTest, TheCauseOfARaiseStatement) {
  Ref cause = make_exception(exc::OSError, make_str("deep"));
  Ref exception = make_exception(exc::RuntimeError, make_str("high"));
  (void)raise_statement(exception, cause);
  Ref raised = fetch_error();
  EXPECT_TRUE(raised.get().same(exception));
  EXPECT_TRUE(attribute(raised, "__cause__").get().same(cause));
  EXPECT_TRUE(attribute(raised, "__suppress_context__").get().is_true());
}

TEST_F(ErrorsTest, OnlyExceptionsAreRaised) {
  (void)raise_statement(small_int(1));
  EXPECT_EQ(take_error(), "TypeError: exceptions must derive from BaseException");
  Ref exception = make_exception(exc::RuntimeError, make_str("x"));
  (void)raise_statement(exception, small_int(1));
  EXPECT_EQ(take_error(), "TypeError: exception causes must derive from BaseException");
}

TEST_F(ErrorsTest, AClassIsInstantiated) {
  (void)raise_statement(object_value(&exc::StopIteration));
  EXPECT_TRUE(error_matches(exc::StopIteration));
  EXPECT_EQ(take_error(), "StopIteration: ");
}

TEST_F(ErrorsTest, MatchingTakesTuplesOfClassesOnly) {
  Ref e = make_exception(exc::ZeroDivisionError, make_str("x"));
  Value inner_items[] = {object_value(&exc::TypeError), object_value(&exc::ArithmeticError)};
  Ref inner = make_tuple(inner_items, 2);
  Value outer_items[] = {object_value(&exc::KeyError), inner};
  Ref outer = make_tuple(outer_items, 2);
  EXPECT_EQ(exception_matches(e, inner), 1);
  EXPECT_LT(exception_matches(e, outer), 0);   // a tuple in a tuple is no class
  EXPECT_EQ(take_error(), "TypeError: catching classes that do not inherit from BaseException is not allowed");
  EXPECT_EQ(exception_matches(e, object_value(&exc::KeyError)), 0);
  EXPECT_LT(exception_matches(e, small_int(3)), 0);
  EXPECT_EQ(take_error(), "TypeError: catching classes that do not inherit from BaseException is not allowed");
}

TEST_F(ErrorsTest, KeyErrorsShowTheRepresentation) {
  Ref key = text("a'b");
  (void)raise_key_error(key);
  EXPECT_EQ(take_error(), "KeyError: \"a'b\"");
}

TEST_F(ErrorsTest, SystemErrorsBecomeTheirClasses) {
  Ref name = text("missing.txt");
  (void)raise_os_error(2, name);
  EXPECT_TRUE(error_matches(exc::FileNotFoundError));
  EXPECT_EQ(take_error(), "FileNotFoundError: [Errno 2] No such file or directory: 'missing.txt'");
  (void)raise_os_error(13);
  EXPECT_EQ(take_error(), "PermissionError: [Errno 13] Permission denied");
}

TEST_F(ErrorsTest, OperatorsNameTheTypes) {
  Ref word = text("x");
  EXPECT_TRUE(add(small_int(1), word).is_error());
  EXPECT_EQ(take_error(), "TypeError: unsupported operand type(s) for +: 'int' and 'str'");
  EXPECT_TRUE(get_item(small_int(1), small_int(0)).is_error());
  EXPECT_EQ(take_error(), "TypeError: 'int' object is not subscriptable");
  EXPECT_TRUE(call(small_int(1)).is_error());
  EXPECT_EQ(take_error(), "TypeError: 'int' object is not callable");
  EXPECT_TRUE(iter(None).is_error());
  EXPECT_EQ(take_error(), "TypeError: 'NoneType' object is not iterable");
}

}  // namespace
}  // namespace py::test

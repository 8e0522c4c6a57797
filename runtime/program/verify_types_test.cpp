// The kinds of values, and what a value of another kind than inference expected does to a --verify-types program.
#include "runtime/program/verify_types.hpp"

#include "runtime/object/layouts.hpp"
#include "runtime/object/runtime_test.hpp"

namespace py::test {
namespace {

constexpr SourceText source = {"app.py", "x = 1\n", 6};

using VerifyTypesTest = RuntimeTest;
using VerifyTypesDeathTest = RuntimeTest;

TEST_F(VerifyTypesTest, ValuesHaveKinds) {
  EXPECT_EQ(kinds_of(None), value_none);
  EXPECT_EQ(kinds_of(True), value_bool);
  EXPECT_EQ(kinds_of(small_int(1)), value_int);
  Ref large = power(small_int(10), small_int(40)), real = true_divide(small_int(1), small_int(3));
  EXPECT_EQ(kinds_of(large), value_int);
  EXPECT_EQ(kinds_of(real), value_float);
  EXPECT_EQ(kinds_of(text("a")), value_str);
  Ref list = make_list(nullptr, 0), tuple = make_tuple(nullptr, 0), dict = make_dict();
  EXPECT_EQ(kinds_of(list), value_list);
  EXPECT_EQ(kinds_of(tuple), value_tuple);
  EXPECT_EQ(kinds_of(dict), value_dict);
  EXPECT_EQ(kinds_of(object_value(&int_type)), value_class);
  EXPECT_EQ(kinds_of(attribute(list, "append")), value_function);
  EXPECT_EQ(kinds_of(NotImplemented), value_iterator | value_other);
}

TEST_F(VerifyTypesTest, InstancesOfTheProgramsClassesAreInstances) {
  Ref cls = make_class("Number", {object_value(&int_type)});
  Ref number = call(cls, small_int(3)), failure = call(object_value(&exc::ValueError));
  EXPECT_EQ(kinds_of(cls), value_class);
  EXPECT_EQ(kinds_of(number), value_instance);
  EXPECT_EQ(kinds_of(failure), value_instance);
}

TEST_F(VerifyTypesTest, WhatIsExpectedPasses) {
  verify_type(small_int(1), value_int | value_float, source, 1, "x");
  verify_type(Undefined, value_int, source, 1, "x");
}

TEST_F(VerifyTypesDeathTest, AnotherKindEndsTheProgram) {
  EXPECT_EXIT(verify_type(text("a"), value_int | value_float, source, 1, "x"), ::testing::ExitedWithCode(wrong_type_status),
              "^app.py:1: --verify-types: x is str where inference expected int or float\n$");
  EXPECT_EXIT(verify_type(None, 0, source, 7, "y"), ::testing::ExitedWithCode(wrong_type_status), "app.py:7: .* y is None where inference expected nothing");
  Ref cls = make_class("Number", {object_value(&int_type)});
  Ref number = call(cls, small_int(3));
  EXPECT_EXIT(verify_type(number, value_int, source, 1, "x"), ::testing::ExitedWithCode(wrong_type_status), "x is Number where inference expected int");
}

}  // namespace
}  // namespace py::test

// The kinds of values, and what a value that is not what inference claims does to a --verify-types program.
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

// Claims by their places: 0 is int or float, 1 a list of those, 2 a tuple of an int or float and a str, 3 a str,
// 4 a dict from str to lists, 5 a list that holds nothing, 6 an instance of A, 7 class A, 8 a set of str, 9 a list of lists of lists of str.
constexpr TypeDefinition definitions[] = {{"app.py", "A", 3}};
constexpr uint32_t items[] = {0, 3};
constexpr TypeClaim claims[] = {
    {value_int | value_float, {}, no_claim, no_claim, {}},
    {value_list, {}, 0, no_claim, {}},
    {value_tuple, {}, no_claim, no_claim, items},
    {value_str, {}, no_claim, no_claim, {}},
    {value_dict, {}, 3, 1, {}},
    {value_list, {}, 10, no_claim, {}},
    {value_instance, definitions, no_claim, no_claim, {}},
    {value_class, definitions, no_claim, no_claim, {}},
    {value_set, {}, 3, no_claim, {}},
    {value_list, {}, 11, no_claim, {}},
    {0, {}, no_claim, no_claim, {}},
    {value_list, {}, 12, no_claim, {}},
    {value_list, {}, 3, no_claim, {}},
};
constexpr Code body_of_a = {.name = "A", .qualname = "A", .source = &source, .first_line = 3};
constexpr Code body_of_other = {.name = "A", .qualname = "A", .source = &source, .first_line = 9};

void verify(Value v, uint32_t claim) { verify_type(v, claims, claim, source, 1, "x"); }
Ref list_of(std::initializer_list<Value> values) { return make_list(values.begin(), static_cast<int64_t>(values.size())); }

TEST_F(VerifyTypesTest, WhatIsClaimedPasses) {
  verify(small_int(1), 0);
  verify(Undefined, 0);
  Ref a = text("a"), numbers = list_of({small_int(1)}), pair = tuple_of(small_int(1), a), none = make_tuple(nullptr, 0);
  verify(numbers, 1);
  verify(pair, 2);
  verify(none, 2);
  Ref dict = make_dict(), nothing = list_of({}), set = make_set();
  ASSERT_EQ(dict_set(dict.as<Dict>(), a, numbers), 0);
  ASSERT_EQ(set_add(set, a), 0);
  verify(dict, 4);
  verify(nothing, 5);
  verify(set, 8);
  Ref deep = list_of({list_of({list_of({a})})});
  verify(deep, 9);
}

TEST_F(VerifyTypesTest, ClassesAndThoseDerivedFromThem) {
  Ref cls = make_class("A", {}), derived = make_class("B", {cls});
  note_class(cls, body_of_a);
  Ref a = call(cls), b = call(derived);
  verify(cls, 7);
  verify(derived, 7);
  verify(a, 6);
  verify(b, 6);
}

#define EXPECT_WRONG(value, claim, message) EXPECT_EXIT(verify(value, claim), ::testing::ExitedWithCode(wrong_type_status), "^app.py:1: --verify-types: " message "\n$")

TEST_F(VerifyTypesDeathTest, AnotherKindEndsTheProgram) {
  EXPECT_WRONG(text("a"), 0, "x is str where inference expected int or float");
  EXPECT_WRONG(None, 10, "x is None where inference expected nothing");
  Ref cls = make_class("Number", {object_value(&int_type)});
  Ref number = call(cls, small_int(3));
  EXPECT_WRONG(number, 0, "x is Number where inference expected int or float");
}

TEST_F(VerifyTypesDeathTest, SoDoesAnotherClass) {
  Ref cls = make_class("A", {}), other = make_class("A", {});
  note_class(cls, body_of_a);
  note_class(other, body_of_other);
  Ref a = call(other), error = call(object_value(&exc::ValueError));
  EXPECT_WRONG(a, 6, "x is an instance of A where inference expected one of A");
  EXPECT_WRONG(error, 6, "x is an instance of ValueError where inference expected one of A");
  EXPECT_WRONG(other, 7, "x is class A where inference expected A");
}

TEST_F(VerifyTypesDeathTest, SoDoesWhatLiesInContainers) {
  Ref a = text("a"), one = list_of({small_int(1), a}), pair = tuple_of(a, a);
  EXPECT_WRONG(one, 1, "an item of x is str where inference expected int or float");
  EXPECT_WRONG(one, 5, "an item of x is int where inference expected nothing");
  EXPECT_WRONG(pair, 2, "an item of x is str where inference expected int or float");
  Ref single = tuple_of(a);
  EXPECT_WRONG(single, 2, "x is a tuple of 1 where inference expected one of 2");
  Ref keys = make_dict(), values = make_dict(), set = make_set();
  ASSERT_EQ(dict_set(keys.as<Dict>(), small_int(1), one), 0);
  ASSERT_EQ(dict_set(values.as<Dict>(), a, one), 0);
  ASSERT_EQ(set_add(set, small_int(1)), 0);
  EXPECT_WRONG(keys, 4, "a key of x is int where inference expected str");
  EXPECT_WRONG(values, 4, "an item of a value of x is str where inference expected int or float");
  EXPECT_WRONG(set, 8, "an item of x is int where inference expected str");
  Ref deep = list_of({list_of({list_of({small_int(1)})})});
  EXPECT_WRONG(deep, 9, "an item of an item of an item of x is int where inference expected str");
}

TEST_F(VerifyTypesDeathTest, OfLongContainersBothEndsAreLookedAt) {
  Ref list = make_list(nullptr, 0), dict = make_dict();
  for (int64_t n = 0; n < 1000; ++n) {
    ASSERT_EQ(list_append(list.as<List>(), small_int(n)), 0);
    ASSERT_EQ(dict_set(dict.as<Dict>(), text(std::to_string(n)), list), 0);
  }
  verify(list, 1);
  verify(dict, 4);
  ASSERT_EQ(list_append(list.as<List>(), None), 0);
  EXPECT_WRONG(list, 1, "an item of x is None where inference expected int or float");
  ASSERT_EQ(dict_set(dict.as<Dict>(), text("last"), None), 0);
  Ref numbers = make_list(nullptr, 0);
  for (int64_t n = 0; n < 1000; ++n) ASSERT_EQ(dict_set(dict.as<Dict>(), text(std::to_string(n)), numbers), 0);
  EXPECT_WRONG(dict, 4, "a value of x is None where inference expected list");
}

}  // namespace
}  // namespace py::test

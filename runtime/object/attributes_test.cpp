// Attributes of instances: inline slots and their move into a dict, descriptors, lookups that fail.
#include "runtime/object/runtime_test.hpp"

namespace py::test {
namespace {

class AttributesTest : public RuntimeTest {
 protected:
  Ref cls = make_class("Thing", {object_value(&object_type)}, {{"shared", small_int(100)}});
  Ref thing = call(cls);
};

TEST_F(AttributesTest, AreKeptInTheOrderTheyWereSet) {
  for (const char* name : {"b", "a", "c"}) ASSERT_EQ(set_attribute(thing, intern(name), small_int(1)), 0);
  Ref dict = attribute(thing, "__dict__");
  EXPECT_EQ(repr_of(dict), "{'b': 1, 'a': 1, 'c': 1}");
}

TEST_F(AttributesTest, TheDictAndTheInstanceAreOne) {
  ASSERT_EQ(set_attribute(thing, intern("x"), small_int(1)), 0);
  Ref dict = attribute(thing, "__dict__");
  Ref key = text("x"), other = text("y");
  EXPECT_EQ(set_item(dict, key, small_int(2)), 0);
  EXPECT_EQ(set_item(dict, other, small_int(3)), 0);
  EXPECT_EQ(repr_of(attribute(thing, "x")), "2");
  EXPECT_EQ(repr_of(attribute(thing, "y")), "3");
  EXPECT_EQ(set_attribute(thing, intern("z"), small_int(4)), 0);
  EXPECT_EQ(delete_attribute(thing, intern("y")), 0);
  EXPECT_EQ(repr_of(dict), "{'x': 2, 'z': 4}");
}

TEST_F(AttributesTest, InstancesOfOneClassMayHaveDifferentOnes) {
  Ref other = call(cls);
  ASSERT_EQ(set_attribute(thing, intern("a"), small_int(1)), 0);
  ASSERT_EQ(set_attribute(thing, intern("b"), small_int(2)), 0);
  ASSERT_EQ(set_attribute(other, intern("b"), small_int(20)), 0);
  EXPECT_EQ(repr_of(attribute(other, "__dict__")), "{'b': 20}");
  Ref missing = attribute(other, "a");
  ASSERT_TRUE(missing.is_error());
  EXPECT_EQ(take_error(), "AttributeError: 'Thing' object has no attribute 'a'");
}

TEST_F(AttributesTest, ManyOfThemAreFoundAgain) {
  constexpr int n = 500;
  for (int i = 0; i < n; ++i) ASSERT_EQ(set_attribute(thing, intern("name" + std::to_string(i)), small_int(i)), 0);
  for (int i = 0; i < n; i += 2) ASSERT_EQ(delete_attribute(thing, intern("name" + std::to_string(i))), 0);
  for (int i = 0; i < n; ++i) {
    Ref found = get_attribute_or_undefined(thing, intern("name" + std::to_string(i)));
    if (i % 2) EXPECT_TRUE(found.get().same(small_int(i)));
    else EXPECT_TRUE(found.is_undefined());
  }
}

TEST_F(AttributesTest, TheClassIsBehindTheInstance) {
  EXPECT_EQ(repr_of(attribute(thing, "shared")), "100");
  ASSERT_EQ(set_attribute(thing, intern("shared"), small_int(1)), 0);
  EXPECT_EQ(repr_of(attribute(thing, "shared")), "1");
  EXPECT_EQ(repr_of(attribute(cls, "shared")), "100");
  ASSERT_EQ(delete_attribute(thing, intern("shared")), 0);
  EXPECT_EQ(repr_of(attribute(thing, "shared")), "100");
  EXPECT_LT(delete_attribute(thing, intern("shared")), 0);
  EXPECT_EQ(take_error(), "AttributeError: 'Thing' object has no attribute 'shared'");
}

TEST_F(AttributesTest, DataDescriptorsWinOverTheInstance) {
  static const NativeDef getter = PY_ONE("get", [](const Value*, uint32_t) { return small_int(7); });
  Ref get = make_native_function(getter);
  Ref property = call(object_value(&property_type), get);
  ASSERT_FALSE(property.is_error());
  ASSERT_EQ(set_attribute(cls, intern("computed"), property), 0);
  EXPECT_EQ(repr_of(attribute(thing, "computed")), "7");
  Ref dict = attribute(thing, "__dict__"), key = text("computed");
  ASSERT_EQ(set_item(dict, key, small_int(1)), 0);
  EXPECT_EQ(repr_of(attribute(thing, "computed")), "7");
  EXPECT_LT(set_attribute(thing, intern("computed"), small_int(2)), 0);
  EXPECT_EQ(take_error(), "AttributeError: property of 'Thing' object has no setter");
}

TEST_F(AttributesTest, BuiltinValuesHaveNone) {
  EXPECT_LT(set_attribute(small_int(1), intern("x"), small_int(2)), 0);
  EXPECT_EQ(take_error(), "AttributeError: 'int' object has no attribute 'x'");
  EXPECT_LT(set_attribute(small_int(1), intern("real"), small_int(2)), 0);
  EXPECT_EQ(take_error(), "AttributeError: attribute 'real' of 'int' objects is not writable");
}

}  // namespace
}  // namespace py::test

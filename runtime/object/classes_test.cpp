// Classes: method resolution order, layouts, inheritance of slots, errors in CPython's words.
#include "runtime/object/runtime_test.hpp"

namespace py::test {
namespace {

using ClassesTest = RuntimeTest;

Value builtin_class(Type& t) { return object_value(&t); }

std::string mro_of(Value cls) {
  Ref mro = attribute(cls, "__mro__");
  std::string out;
  for (uint32_t i = 0; i < mro.as<Tuple>()->length; ++i) {
    Ref name = attribute(mro.as<Tuple>()->items()[i], "__name__");
    out += (i ? " " : "") + plain(name);
  }
  return out;
}

TEST_F(ClassesTest, DiamondsAreLinearisedByC3) {
  Ref a = make_class("A", {builtin_class(object_type)});
  Ref b = make_class("B", {a}), c = make_class("C", {a});
  Ref d = make_class("D", {b, c});
  EXPECT_EQ(mro_of(d), "D B C A object");
  Ref e = make_class("E", {d, c});
  EXPECT_EQ(mro_of(e), "E D B C A object");
}

TEST_F(ClassesTest, OrdersThatContradictAreRefused) {
  Ref a = make_class("A", {builtin_class(object_type)});
  Ref b = make_class("B", {a});
  Ref impossible = make_class("X", {a, b});
  ASSERT_TRUE(impossible.is_error());
  EXPECT_EQ(take_error(), "TypeError: Cannot create a consistent method resolution\norder (MRO) for bases A, B");
  Ref twice = make_class("Y", {a, a});
  ASSERT_TRUE(twice.is_error());
  EXPECT_EQ(take_error(), "TypeError: duplicate base class A");
}

TEST_F(ClassesTest, LayoutsThatConflictAreRefused) {
  Ref both = make_class("X", {builtin_class(int_type), builtin_class(str_type)});
  ASSERT_TRUE(both.is_error());
  EXPECT_EQ(take_error(), "TypeError: multiple bases have instance lay-out conflict");
  Ref of_bool = make_class("Y", {builtin_class(bool_type)});
  ASSERT_TRUE(of_bool.is_error());
  EXPECT_EQ(take_error(), "TypeError: type 'bool' is not an acceptable base type");
}

TEST_F(ClassesTest, DerivedBuiltinsComputeLikeTheirBase) {
  Ref cls = make_class("Number", {builtin_class(int_type)});
  Ref seven = call(cls, small_int(7));
  ASSERT_FALSE(seven.is_error());
  Ref sum = add(seven, small_int(1));
  EXPECT_EQ(repr_of(sum), "8");
  EXPECT_EQ(is_instance(seven, builtin_class(int_type)), 1);
  EXPECT_EQ(set_attribute(seven, intern("extra"), small_int(3)), 0);
  EXPECT_EQ(repr_of(attribute(seven, "extra")), "3");
}

TEST_F(ClassesTest, SlotsReplaceTheDict) {
  Ref names = text("only");
  Ref cls = make_class("Small", {builtin_class(object_type)}, {{"__slots__", names}});
  Ref o = call(cls);
  EXPECT_EQ(set_attribute(o, intern("only"), small_int(1)), 0);
  EXPECT_LT(set_attribute(o, intern("other"), small_int(1)), 0);
  EXPECT_EQ(take_error(), "AttributeError: 'Small' object has no attribute 'other'");
}

TEST_F(ClassesTest, ChangesOfABaseReachDerivedClasses) {
  Ref base = make_class("Base", {builtin_class(object_type)}, {{"x", small_int(1)}});
  Ref derived = make_class("Derived", {base});
  Ref o = call(derived);
  EXPECT_EQ(repr_of(attribute(o, "x")), "1");
  EXPECT_EQ(set_attribute(base, intern("x"), small_int(2)), 0);
  EXPECT_EQ(repr_of(attribute(o, "x")), "2");
  EXPECT_EQ(set_attribute(derived, intern("x"), small_int(3)), 0);
  EXPECT_EQ(repr_of(attribute(o, "x")), "3");
  EXPECT_EQ(delete_attribute(derived, intern("x")), 0);
  EXPECT_EQ(repr_of(attribute(o, "x")), "2");
}

TEST_F(ClassesTest, BuiltinClassesDoNotChange) {
  EXPECT_LT(set_attribute(builtin_class(int_type), intern("x"), small_int(1)), 0);
  EXPECT_EQ(take_error(), "TypeError: cannot set 'x' attribute of immutable type 'int'");
}

TEST_F(ClassesTest, DundersSetLaterAreSeenByOperators) {
  Ref cls = make_class("Sized", {builtin_class(object_type)});
  Ref o = call(cls);
  EXPECT_EQ(truth(o), 1);
  ASSERT_EQ(set_attribute(cls, intern("__len__"), builtin_class(int_type)), 0);   // int() is 0
  EXPECT_EQ(truth(o), 0);
  ASSERT_EQ(delete_attribute(cls, intern("__len__")), 0);
  EXPECT_EQ(truth(o), 1);
}

}  // namespace
}  // namespace py::test

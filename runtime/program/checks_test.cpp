// The checks of --debug programs end the process with a message; what holds passes.
#define PORTALIS_DEBUG
#include "runtime/program/checks.hpp"

#include <gtest/gtest.h>

namespace py {
namespace {

TEST(Checks, WhatHoldsPasses) {
  check(true, "nothing");
  check_argument(small_int(1));
  check_argument(None);
  check_argument(Undefined);
}

TEST(ChecksDeathTest, ABrokenInvariantEndsTheProgram) {
  EXPECT_DEATH(check(false, "water is dry"), "internal error: this does not hold: water is dry");
}

TEST(ChecksDeathTest, ErrorIsNoArgument) { EXPECT_DEATH(check_argument(Error), "Error is not passed on as an argument"); }

TEST(ChecksDeathTest, ReferencesAreCounted) {
  Object released{};
  released.type = reinterpret_cast<Type*>(&released);    // never looked into
  released.owner = this_owner;
  EXPECT_DEATH(check_alive(object_value(&released)), "the count of a referenced object is positive");
  released.local = 1;
  check_alive(object_value(&released));
  EXPECT_DEATH(check_alive(Value{0}), "a value refers to an object");
}

}  // namespace
}  // namespace py

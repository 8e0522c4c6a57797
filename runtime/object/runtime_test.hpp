// What tests on the whole runtime share: starting it, and short words for values.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>

#include "runtime/object/call.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/registry.hpp"
#include "runtime/object/runtime.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"

namespace py::test {

class RuntimeTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    static ThreadRegistration* main_thread = new ThreadRegistration;
    (void)main_thread;
    static bool ready = (ready_runtime(), true);
    (void)ready;
  }
  void TearDown() override {
    EXPECT_FALSE(error_pending());
    clear_error();
  }
};

inline Ref text(std::string_view utf8) { return make_str(utf8); }

inline std::string plain(Value v) {                      // of a str
  Text out;
  append_utf8(out, as_str(v));
  return std::string(out.view());
}

inline std::string repr_of(Value v) {
  Ref r = repr(v);
  return r.is_error() ? "error" : plain(r);
}

// "TypeError: unsupported ..." of the pending exception, which is cleared; "no error" without one.
inline std::string take_error() {
  if (!error_pending()) return "no error";
  Ref exception = fetch_error();
  Ref message = str(exception);
  return std::string(type_of(exception)->name) + ": " + plain(message);
}

inline Ref attribute(Value v, std::string_view name) { return get_attribute(v, intern(name)); }

// type(name, bases, {...})
inline Ref make_class(std::string_view name, std::initializer_list<Value> bases,
                      std::initializer_list<std::pair<std::string_view, Value>> attributes = {}) {
  Ref name_space = make_dict();
  for (const auto& [key, value] : attributes) {
    Ref k = text(key);
    if (set_item(name_space, k, value) < 0) return Error;
  }
  Ref n = text(name), b = make_tuple(bases.begin(), static_cast<uint32_t>(bases.size()));
  return call(object_value(&type_type), n, b, name_space);
}

}  // namespace py::test

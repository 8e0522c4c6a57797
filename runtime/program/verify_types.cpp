// Whether values are what inference claims, and the end of a program where one is not.
//
// The values are of a running program, whose other threads change its containers meanwhile. A claim holds at any moment, so it
// does not matter which moment's items are looked at; nothing here passes a safepoint, so borrowed items stay.
#include "runtime/program/verify_types.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "runtime/object/class_layout.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/layouts.hpp"
#include "runtime/object/set_table.hpp"
#include "runtime/object/traceback.hpp"
#include "runtime/object/type.hpp"

namespace py {
namespace {

// Classes of the program and the bodies that made them. Classes live as long as the program, and so do these.
struct NotedClass {
  const Type* type;
  const Code* body;
  NotedClass* next;
};
std::atomic<NotedClass*> noted_classes[256];

std::atomic<NotedClass*>& noted_bucket(const Type* type) { return noted_classes[reinterpret_cast<uintptr_t>(type) / 64 % std::size(noted_classes)]; }

const Code* body_of(const Type* type) {
  for (const NotedClass* n = noted_bucket(type).load(std::memory_order_acquire); n; n = n->next) {
    if (n->type == type) return n->body;
  }
  return nullptr;
}

bool is_defined_by(const Code* code, std::span<const TypeDefinition> definitions) {
  return code && std::any_of(definitions.begin(), definitions.end(), [&](const TypeDefinition& d) {
           return d.line == code->first_line && !std::strcmp(d.qualname, code->qualname) && !std::strcmp(d.file, code->source->file);
         });
}

// The class or one that it is derived from.
bool is_defined_by(const Type* type, std::span<const TypeDefinition> definitions) {
  Value mro = type->mro.peek();
  if (mro.is_undefined()) return is_defined_by(body_of(type), definitions);
  const Tuple* classes = mro.as<Tuple>();
  return std::any_of(classes->items(), classes->items() + classes->length, [&](Value c) { return is_defined_by(body_of(c.as<Type>()), definitions); });
}

// The code of a function of the program, also inside a method or wrapper.
const Code* code_of(Value v) {
  if (is_exactly(v, bound_method_type)) v = v.as<BoundMethod>()->function;
  if (is_exactly(v, staticmethod_type) || is_exactly(v, classmethod_type)) v = v.as<CallableWrapper>()->callable.peek();
  return is_exactly(v, function_type) ? v.as<Function>()->code : nullptr;
}

std::string kinds_text(uint32_t kinds) {
  static constexpr const char* names[] = {
#define PORTALIS_KIND(name, bit, text) text,
#include "abi/kinds.def"
#undef PORTALIS_KIND
  };
  std::string out;
  for (size_t bit = 0; bit < std::size(names); ++bit) {
    if (kinds >> bit & 1) out += (out.empty() ? "" : " or ") + std::string(names[bit]);
  }
  return out.empty() ? "nothing" : out;
}

class Verification {
 public:
  explicit Verification(const TypeClaim* claims) : claims_(claims) {}

  // false: what() says why not.
  bool holds(Value v, uint32_t index, int depth = 0) {
    if (index == no_claim || v.is_undefined()) return true;
    const TypeClaim& claim = claims_[index];
    if (!(kinds_of(v) & claim.kinds)) return fails(kind_text(v), kinds_text(claim.kinds));
    return is_defined(v, claim) && (depth > deepest || holds_inside(v, claim, depth));
  }

  std::string what(const char* name) const { return place_ + name + " is " + found_ + " where inference expected " + expected_; }

 private:
  static constexpr int deepest = 2, most_items = 8;      // most_items: at depth 0, half as many at each further one

  bool fails(std::string found, std::string expected) {
    found_ = std::move(found);
    expected_ = std::move(expected);
    return false;
  }
  bool inside(const char* place, Value v, uint32_t claim, int depth) {
    if (holds(v, claim, depth + 1)) return true;
    place_ += place;
    return false;
  }

  static std::string kind_text(Value v) {
    uint32_t kinds = kinds_of(v);
    return kinds == (value_iterator | value_other) || kinds == value_instance ? type_of(v)->name : kinds_text(kinds);
  }

  bool is_defined(Value v, const TypeClaim& claim) {
    if (claim.definitions.empty() || is_exactly(v, super_type)) return true;
    uint32_t kinds = kinds_of(v);
    const Code* code = kinds == value_function ? code_of(v) : nullptr;
    if (kinds == value_instance ? is_defined_by(type_of(v), claim.definitions) : kinds == value_class ? is_defined_by(as_type(v), claim.definitions)
        : kinds == value_function ? is_defined_by(code, claim.definitions) : true) return true;
    std::string expected;
    for (const TypeDefinition& d : claim.definitions) expected += (expected.empty() ? "" : " or ") + std::string(d.qualname);
    if (kinds == value_instance) return fails("an instance of " + std::string(type_of(v)->name), "one of " + expected);
    if (kinds == value_class) return fails("class " + std::string(as_type(v)->name), expected);
    return fails("function " + std::string(code ? code->qualname : "without code"), expected);
  }

  // Both ends of a row.
  template <typename Get>
  bool row_holds(int64_t length, int depth, Get get, const TypeClaim& claim, bool by_position) {
    const int64_t most = most_items >> depth;
    for (int64_t n = 0; n < std::min(length, most); ++n) {
      int64_t at = n < most / 2 || length <= most ? n : length - most + n;
      if (!inside("an item of ", get(at), by_position ? claim.items[at] : claim.element, depth)) return false;
    }
    return true;
  }

  bool holds_inside(Value v, const TypeClaim& claim, int depth) {
    if (is_exactly(v, list_type)) {
      List* list = v.as<List>();
      return row_holds(list_size(list), depth, [&](int64_t n) { return list_peek(list, n); }, claim, false);
    }
    if (is_exactly(v, tuple_type)) {
      const Tuple* tuple = v.as<Tuple>();
      if (!claim.items.empty() && tuple->length && static_cast<size_t>(tuple->length) != claim.items.size()) {
        return fails("a tuple of " + std::to_string(tuple->length), "one of " + std::to_string(claim.items.size()));
      }
      return row_holds(tuple->length, depth, [&](int64_t n) { return tuple->items()[n]; }, claim, !claim.items.empty());
    }
    if (is_exactly(v, dict_type)) return dict_holds(v.as<Dict>(), claim, depth);
    if (is_exactly(v, set_type) || is_exactly(v, frozenset_type)) {
      int64_t position = 0, hash;
      Value key;
      for (int n = 0; n < most_items >> depth && set_next(v.as<Set>(), position, key, hash); ++n) {
        if (!inside("an item of ", key, claim.element, depth)) return false;
      }
    }
    return true;
  }

  bool dict_holds(Dict* dict, const TypeClaim& claim, int depth) {
    const int64_t most = most_items >> depth, size = dict_size(dict);
    Value key, value;
    int64_t position = 0;
    for (int64_t n = 0; n < most; ++n) {
      if (n == most / 2) position = std::max(position, size - most / 2);
      if (!dict_next(dict, position, key, value)) break;
      if (!inside("a key of ", key, claim.element, depth) || !inside("a value of ", value, claim.value, depth)) return false;
    }
    return true;
  }

  const TypeClaim* claims_;
  std::string place_, found_, expected_;
};

}  // namespace

uint32_t kinds_of(Value v) {
  const Type* type = type_of(v);
  if (type == &none_type) return value_none;
  if (type == &bool_type) return value_bool;
  uint32_t flags = type->flags;
  if (flags & kind_type) return value_class;
  if (flags & (type_is_heap | kind_exception)) return value_instance;
  if (type == &super_type) return value_instance | value_other;      // inference follows what it stands for
  if (type == &module_type) return value_module;
  if (type == &function_type || type == &native_function_type || type == &bound_method_type || type == &staticmethod_type || type == &classmethod_type) {
    return value_function;
  }
  if (flags & kind_int) return value_int;
  if (flags & kind_float) return value_float;
  if (flags & kind_str) return value_str;
  if (flags & kind_bytes) return value_bytes;
  if (flags & kind_list) return value_list;
  if (flags & kind_tuple) return value_tuple;
  if (flags & kind_dict) return value_dict;
  if (flags & kind_set) return value_set;
  return value_iterator | value_other;
}

void note_class(Value cls, const Code& body) {
  const Type* type = as_type(cls);       // a metaclass may have made something else
  if (!type) return;
  auto& bucket = noted_bucket(type);
  auto* noted = new NotedClass{type, &body, bucket.load(std::memory_order_relaxed)};
  while (!bucket.compare_exchange_weak(noted->next, noted, std::memory_order_release, std::memory_order_relaxed)) {}
}

void verify_type(Value v, const TypeClaim* claims, uint32_t claim, const SourceText& source, uint32_t line, const char* name) {
  Verification verification(claims);
  if (verification.holds(v, claim)) [[likely]] return;
  std::fprintf(stderr, "%s:%u: --verify-types: %s\n", source.file, line, verification.what(name).c_str());
  std::fflush(stderr);
  std::_Exit(wrong_type_status);
}

}  // namespace py

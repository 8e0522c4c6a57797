// Comparison, hash and repr of dataclasses: as those of tuples of their fields.
#include "runtime/modules/dataclasses/generated.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/str.hpp"

namespace py::dataclasses {
namespace {

// The fields of one object, all read before anything is done with them, as where a tuple is made of them.
class FieldValues {
 public:
  FieldValues(const GeneratedCode* code, Value v) {
    if (code->count > few && !more_.reserve(code->count)) return;
    values_ = code->count > few ? more_.data() : few_;
    for (; count_ < code->count; ++count_) {
      const Field& field = code->fields[count_];
      Value value = get_attribute(v, field.name, field.site);
      if (value.is_error()) return;
      values_[count_] = value;
    }
    ok = true;
  }
  ~FieldValues() {
    for (uint32_t i = 0; i < count_; ++i) decref(values_[i]);
  }
  FieldValues(const FieldValues&) = delete;
  FieldValues& operator=(const FieldValues&) = delete;
  Value operator[](uint32_t i) const { return values_[i]; }
  const Value* data() const { return values_; }
  bool ok = false;

 private:
  static constexpr uint32_t few = 8;
  Value few_[few];
  Values more_;
  Value* values_ = nullptr;
  uint32_t count_ = 0;
};

// The __class__ of its instances is the class, and finding that out runs no code of the program.
bool says_its_type(Type* t) {
  static Value const plain = type_lookup(&object_type, dunder::class_);
  return is_ready(t) && reads_with(t, generic_get_attribute_slot) && type_lookup(t, dunder::class_).same(plain);
}

// The same, asked once for each version of a class.
bool is_known_plain(const GeneratedCode* code, Type* t) {
  uint32_t version = t->version.load(std::memory_order_acquire);
  if (version && code->plain_version.load(std::memory_order_relaxed) == version) [[likely]] return true;
  if (!says_its_type(t)) return false;
  code->plain_version.store(version, std::memory_order_relaxed);
  return true;
}

// other.__class__ is self.__class__; -1: error.
Truth same_class(const GeneratedCode* code, Value self, Value other) {
  Type *t = type_of(self), *u = type_of(other);
  if (says_its_type(t) && (t == u || says_its_type(u))) [[likely]] return t == u;
  Ref others = get_attribute(other, dunder::class_, code->class_site);
  if (others.is_error()) return -1;
  Ref own = get_attribute(self, dunder::class_, code->class_site);
  return own.is_error() ? -1 : is(others, own);
}

template <Compare op>
Value compare_items(const GeneratedCode* code, const FieldValues& mine, const FieldValues& others) {
  for (uint32_t i = 0; i < code->count; ++i) {
    Truth same = equal(mine[i], others[i]);
    if (same < 0) return Error;
    if (same) continue;
    if constexpr (op == Compare::eq) return False;
    else if constexpr (op == Compare::lt) return lt(mine[i], others[i]);
    else if constexpr (op == Compare::le) return le(mine[i], others[i]);
    else if constexpr (op == Compare::gt) return gt(mine[i], others[i]);
    else return ge(mine[i], others[i]);
  }
  return boolean(op == Compare::eq || op == Compare::le || op == Compare::ge);
}

bool is_plain_number(Value v) { return v.is_small_int() || v.is_inline_float(); }

// What numbers decide in two objects of one class that have all of the fields in their slots: without a frame, since nothing can fail.
// Undefined: it takes more.
template <Compare op>
Value compare_numbers(const GeneratedCode* code, Value a, Value b) {
  Value result = boolean(op == Compare::eq || op == Compare::le || op == Compare::ge);
  bool decided = false;
  for (uint32_t i = 0; i < code->count; ++i) {
    Value x = attribute_at(a, code->fields[i].site), y = attribute_at(b, code->fields[i].site);
    if (x.is_undefined() || y.is_undefined()) return Undefined;
    if (decided || x.same(y)) continue;
    if (!is_plain_number(x) || !is_plain_number(y)) return Undefined;
    if (equal(x, y)) continue;
    decided = true;
    result = op == Compare::eq ? False : boolean(test_other(x, y, op));
  }
  return result;
}

template <Compare op>
Value compare(Function* self, const Value* args) {
  const GeneratedCode* code = generated_code(self);
  if (Type* t = type_of(args[0]); t == type_of(args[1]) && is_known_plain(code, t)) [[likely]] {
    Value result = compare_numbers<op>(code, args[0], args[1]);
    if (!result.is_undefined()) return result;
  }
  GeneratedFrame frame(self, " in comparison");
  if (!frame.ok) return Error;
  Truth same = same_class(code, args[0], args[1]);
  if (same < 0) return frame.fail();
  if (!same) return NotImplemented;
  frame.at(1);
  FieldValues mine(code, args[0]);
  if (!mine.ok) return frame.fail();
  FieldValues others(code, args[1]);
  if (!others.ok) return frame.fail();
  Value result = compare_items<op>(code, mine, others);
  return result.is_error() ? frame.fail() : result;
}

Value hash_of_fields(Function* self, const Value* args) {
  const GeneratedCode* code = generated_code(self);
  GeneratedFrame frame(self, "");
  if (!frame.ok) return Error;
  FieldValues values(code, args[0]);
  if (!values.ok) return frame.fail();
  Ref tuple = make_tuple(values.data(), code->count);
  if (tuple.is_error()) return frame.fail();
  int64_t h = tuple_hash(tuple);
  return h == -1 ? frame.fail() : make_int(h);
}

Value text_of_fields(const GeneratedCode* code, Value v) {
  static Str* const qualname_name = intern("__qualname__");
  Ref cls = get_attribute(v, dunder::class_, code->class_site);
  if (cls.is_error()) return Error;
  Ref qualname = get_attribute(cls, qualname_name);
  if (qualname.is_error()) return Error;
  StrBuilder out;
  out.append('(');
  for (uint32_t i = 0; i < code->count; ++i) {
    const Field& field = code->fields[i];
    if (i) out.append_ascii(", ");
    out.append(field.name);
    out.append('=');
    Ref value = get_attribute(v, field.name, field.site);
    if (value.is_error()) return Error;
    Ref text = repr(value);
    if (text.is_error()) return Error;
    out.append(as_str(text));
  }
  out.append(')');
  Ref fields = out.finish();
  return fields.is_error() ? Error : add(qualname, fields);
}

Value repr_of_fields(Function* self, const Value* args) {
  GeneratedFrame frame(self, "");
  if (!frame.ok) return Error;
  Value text = text_of_fields(generated_code(self), args[0]);
  return text.is_error() ? frame.fail() : text;
}

// What reprlib.recursive_repr() makes of the former.
Value guarded_repr(Function* self, const Value* args) {
  ReprGuard guard(args[0]);
  if (!guard.ok) return Error;
  return guard.again ? make_str("...") : repr_of_fields(self, args);
}

struct Kind {
  const char* name;
  Value (*body)(Function*, const Value*);
  uint16_t parameters;
};
constexpr Kind kinds[] = {
    {"__eq__", compare<Compare::eq>, 2}, {"__lt__", compare<Compare::lt>, 2}, {"__le__", compare<Compare::le>, 2},
    {"__gt__", compare<Compare::gt>, 2}, {"__ge__", compare<Compare::ge>, 2}, {"__hash__", hash_of_fields, 1},
    {"__repr__", guarded_repr, 1},       {"unguarded __repr__", repr_of_fields, 1},
};

}  // namespace

// method(kind, module, qualname, names): the function of that kind over the fields `names`.
Value method(const Value* args, uint32_t) {
  Tuple* names = as_tuple(args[3]);
  for (const Kind& kind : kinds) {
    if (!str_equal_ascii(as_str(args[0]), kind.name)) continue;
    static const char* const parameters[] = {"self", "other"};
    const char* qualname = permanent_text_of(as_str(args[2]));
    const char* name = std::strrchr(kind.name, ' ');
    GeneratedCode* code = make_code(name ? name + 1 : kind.name, qualname, static_cast<uint32_t>(names->length), parameters, kind.parameters);
    if (!code) return Error;
    code->body = kind.body;
    for (uint32_t i = 0; i < code->count; ++i) code->fields[i].name = intern(as_str(names->items()[i]));
    return make_function(code, args[1].object(), None, None, Undefined);
  }
  return raise(exc::ValueError, "unknown kind of method: %S", args[0]);
}

}  // namespace py::dataclasses

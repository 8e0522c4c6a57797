// The type str: construction, operators, and the table of its methods.
#include "runtime/object/buffer.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/types/codec.hpp"
#include "runtime/types/str_methods.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py {
namespace {

Value create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef definition = PY_KEYWORDS("str", nullptr, "object=, encoding=, errors=");
  Ref text;
  if (n == 1 && !kwnames) {
    text = str(args[0]);
  } else {
    Value given[3];
    if (!bind_arguments(definition, args, n, kwnames, given)) return Error;
    Str *encoding = nullptr, *errors = nullptr;
    if (!given[1].is_undefined() && !(encoding = str_argument(given[1], "str", "'encoding'"))) return Error;
    if (!given[2].is_undefined() && !(errors = str_argument(given[2], "str", "'errors'"))) return Error;
    if (given[0].is_undefined()) {
      text = Ref(object_value(empty_str()));
    } else if (!encoding && !errors) {
      text = str(given[0]);
    } else {
      if (as_str(given[0])) return raise(exc::TypeError, "decoding str is not supported");
      if (!is_bytes_like(given[0])) return raise(exc::TypeError, "decoding to str: need a bytes-like object, %T found", given[0]);
      Buffer buffer;
      if (!get_buffer(given[0], buffer)) return Error;
      text = decode_text(buffer.data, buffer.size, encoding, errors);
    }
  }
  if (text.is_error() || cls == &str_type) return text.take();
  // A __str__ may have returned an instance of a subclass.
  return make_wrapped(cls, incref(object_value(as_str(text))));
}

Value to_str(Value self) { return incref(object_value(as_str(self))); }

Value compare(Value self, Value other, Compare op) {
  const Str *a = as_str(self), *b = as_str(other);
  if (!a || !b) return NotImplemented;
  if (op == Compare::eq) return boolean(str_equal(a, b));
  if (op == Compare::ne) return boolean(!str_equal(a, b));
  int order = str_order(a, b);
  return boolean(op == Compare::lt ? order < 0 : op == Compare::le ? order <= 0 : op == Compare::gt ? order > 0 : order >= 0);
}

template <class Unit>
Value gathered(const Str* s, int64_t start, int64_t step, int64_t count) {
  // All the units of an ASCII text, or those of any text turned round, are as wide as what they came from.
  bool as_wide = s->is_ascii() || count == s->length;
  auto* units = reinterpret_cast<const Unit*>(s->data1());
  auto gather = [&](Unit* to) {
    for (int64_t k = 0; k < count; ++k) to[k] = units[start + k * step];
  };
  if (as_wide) {
    Str* out = allocate_str(count, sizeof(Unit), s->is_ascii());
    if (!out) return Error;
    gather(reinterpret_cast<Unit*>(out->data()));
    return object_value(out);
  }
  auto* picked = static_cast<Unit*>(allocate_buffer(static_cast<size_t>(count) * sizeof(Unit)));
  if (!picked) return Error;
  gather(picked);
  Value out = make_str_units(picked, sizeof(Unit), count);
  free_buffer(picked);
  return out;
}

// s[start], s[start + step], ...: `count` of them, more than none.
Value stepped_slice(const Str* s, int64_t start, int64_t step, int64_t count) {
  if (count == 1) return str_char(s, start);
  return s->kind() == 1 ? gathered<uint8_t>(s, start, step, count)
         : s->kind() == 2 ? gathered<uint16_t>(s, start, step, count) : gathered<uint32_t>(s, start, step, count);
}

Value get(Value self, Value key) {
  Str* s = as_str(self);
  int64_t i;
  if (key.is_small_int()) [[likely]] {
    i = key.small_int();
  } else if (Slice* slice = as_slice(key)) {
    int64_t start, stop, step;
    if (!slice_unpack(slice, start, stop, step)) return Error;
    int64_t count = slice_adjust(s->length, start, stop, step);
    if (count <= 0) return object_value(empty_str());
    if (step == 1) return str_slice(s, start, start + count);
    return stepped_slice(s, start, step, count);
  } else if (is_int(key) || type_of(key)->number.index) {
    if (!to_index_int64(key, i)) {
      if (!error_matches(exc::OverflowError)) return Error;
      clear_error();
      return raise(exc::IndexError, "cannot fit '%T' into an index-sized integer", key);
    }
  } else {
    return raise(exc::TypeError, "string indices must be integers, not '%T'", key);
  }
  if (i < 0) i += s->length;
  if (i < 0 || i >= s->length) [[unlikely]] return raise(exc::IndexError, "string index out of range");
  return str_char(s, i);
}

Truth has(Value self, Value item) {
  Str *s = as_str(self), *part = as_str(item);
  if (!part) {
    (void)raise(exc::TypeError, "'in <string>' requires string as left operand, not %T", item);
    return -1;
  }
  return part->length <= s->length && str_find(s, part, 0, s->length) >= 0;
}

Value concat(Value a, Value b) {
  Str* right = as_str(b);
  return right ? str_concat(as_str(a), right) : raise(exc::TypeError, "can only concatenate str (not \"%T\") to str", b);
}

Value repeat(Value self, Value count) {
  int64_t times;
  if (!to_index_int64(count, times)) return Error;
  Str* s = as_str(self);
  int64_t length;
  if (times > 0 && __builtin_mul_overflow(s->length, times, &length)) return raise(exc::OverflowError, "repeated string is too long");
  return str_repeat(s, times);
}

Value format_percent(Value a, Value b) { return as_str(a) ? percent_format(a, b) : NotImplemented; }

// What is seldom is a call at the end, for which nothing has to be kept.
[[gnu::noinline]] Value encode_any(const Value* args) {
  Str *encoding = nullptr, *errors = nullptr;
  if (!args[1].is_undefined() && !(encoding = str_argument(args[1], "encode", "'encoding'"))) return Error;
  if (!args[2].is_undefined() && !(errors = str_argument(args[2], "encode", "'errors'"))) return Error;
  return encode_text(self_str(args), encoding, errors);
}

Value encode(const Value* args, uint32_t) {
  if constexpr (quick_ways) {
    const Str* s = self_str(args);
    if (s->is_ascii() && args[2].is_undefined() && is_utf8_argument(args[1])) return make_bytes(s->data1(), s->length);
  }
  return encode_any(args);
}

Value format_with_spec(const Value* args, uint32_t) {
  Str* spec = str_argument(args[1], "__format__", "");
  if (!spec) return Error;
  Str* s = self_str(args);
  if (spec->length == 0) return is_exactly(args[0], str_type) ? unchanged(s) : str(args[0]);
  return format_str(s, spec);
}

Value get_new_arguments(const Value* args, uint32_t) { return tuple_of(object_value(self_str(args))); }

Value size_of(const Value* args, uint32_t) {
  Str* s = self_str(args);
  return small_int(s->is_ascii() ? 49 + s->length : 72 + (s->length + 1) * s->kind());
}

namespace m = str_methods;

constexpr NativeDef methods[] = {
    PY_KEYWORDS("encode", encode, "encoding=, errors="),
    PY_RANGE("replace", m::replace, 2, 3),
    PY_KEYWORDS("split", m::split, "sep=, maxsplit="),
    PY_KEYWORDS("rsplit", m::rsplit, "sep=, maxsplit="),
    PY_ONE("join", m::join),
    PY_NOARGS("capitalize", m::capitalize),
    PY_NOARGS("casefold", m::casefold),
    PY_NOARGS("title", m::title),
    PY_RANGE("center", m::center, 1, 2),
    PY_RANGE("count", m::count, 0, 255),
    PY_KEYWORDS("expandtabs", m::expandtabs, "tabsize="),
    PY_RANGE("find", m::find, 0, 255),
    PY_ONE("partition", m::partition),
    PY_RANGE("index", m::index, 0, 255),
    PY_RANGE("ljust", m::ljust, 1, 2),
    PY_NOARGS("lower", m::lower),
    PY_RANGE("lstrip", m::lstrip, 0, 1),
    PY_RANGE("rfind", m::rfind, 0, 255),
    PY_RANGE("rindex", m::rindex, 0, 255),
    PY_RANGE("rjust", m::rjust, 1, 2),
    PY_RANGE("rstrip", m::rstrip, 0, 1),
    PY_ONE("rpartition", m::rpartition),
    PY_KEYWORDS("splitlines", m::splitlines, "keepends="),
    PY_RANGE("strip", m::strip, 0, 1),
    PY_NOARGS("swapcase", m::swapcase),
    PY_ONE("translate", m::translate),
    PY_NOARGS("upper", m::upper),
    PY_RANGE("startswith", m::startswith, 0, 255),
    PY_RANGE("endswith", m::endswith, 0, 255),
    PY_ONE("removeprefix", m::removeprefix),
    PY_ONE("removesuffix", m::removesuffix),
    PY_NOARGS("isascii", m::is_ascii_text),
    PY_NOARGS("islower", m::islower),
    PY_NOARGS("isupper", m::isupper),
    PY_NOARGS("istitle", m::istitle),
    PY_NOARGS("isspace", m::isspace),
    PY_NOARGS("isdecimal", m::isdecimal),
    PY_NOARGS("isdigit", m::isdigit),
    PY_NOARGS("isnumeric", m::isnumeric),
    PY_NOARGS("isalpha", m::isalpha),
    PY_NOARGS("isalnum", m::isalnum),
    PY_NOARGS("isidentifier", m::isidentifier),
    PY_NOARGS("isprintable", m::isprintable),
    PY_ONE("zfill", m::zfill),
    PY_RAW("format", m::format),
    PY_ONE("format_map", m::format_map),
    PY_ONE("__format__", format_with_spec),
    {"maketrans", m::maketrans, Arity::range, 1, 3, nullptr, NativeDef::static_method, nullptr, nullptr},
    PY_NOARGS("__sizeof__", size_of),
    PY_NOARGS("__getnewargs__", get_new_arguments),
    {},
};

}  // namespace

constinit Type str_type{{
    .name = "str",
    .instance_size = sizeof(Str),
    .flags = type_is_base | kind_str,
    .base = &object_type,
    .doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from the given "
           "object. If encoding or\nerrors is specified, then the object must expose a data buffer\nthat will be decoded using the "
           "given encoding and error handler.\nOtherwise, returns the result of object.__str__() (if defined)\nor "
           "repr(object).\nencoding defaults to sys.getdefaultencoding().\nerrors defaults to 'strict'.",
    .create = create,
    .dealloc = free_object,
    .repr = str_repr,
    .str = to_str,
    .hash = [](Value self) { return str_hash(as_str(self)); },
    .compare = compare,
    .iter = str_iterator,
    .length = [](Value self) { return as_str(self)->length; },
    .get_item = get,
    .contains = has,
    .concat = concat,
    .repeat = repeat,
    .number = {.remainder = format_percent},
    .methods = methods,
}};

}  // namespace py

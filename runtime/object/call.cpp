// Calling any value, and spreading *args and **kwargs.
#include <algorithm>
#include <cstring>

#include "runtime/object/containers.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"

namespace py {

Value call(Value callee, const Value* args, uint32_t n, Tuple* kwnames) {
  if (callee.is_object()) [[likely]] {
    Type* t = type_of(callee);
    if (t == &function_type) return call_function(callee.as<Function>(), args, n, kwnames);
    if (t == &native_function_type && !kwnames) {
      auto* f = callee.as<NativeFunction>();
      NativeFn plain = f->self.is_undefined() ? takes_as_they_are(*f->def, n) : nullptr;
      if (plain) return plain(args, n);
    }
    if (t->call || (ensure_ready(t) && t->call)) [[likely]] {
      if (t->flags & type_is_heap) {
        RecursionGuard guard(" while calling a Python object");
        return guard.ok ? t->call(callee, args, n, kwnames) : Error;
      }
      return t->call(callee, args, n, kwnames);
    }
  }
  return raise(exc::TypeError, "'%T' object is not callable", callee);
}
Value call(Value callee, const Value* args, uint32_t n) { return call(callee, args, n, nullptr); }

// How messages name the callee: module.qualname() (CPython's _PyObject_FunctionStr).
Value callee_text(Value callee) {
  Ref qualname = get_attribute_or_undefined(callee, dunder::qualname);
  if (qualname.is_error()) clear_error();
  if (qualname.is_error() || qualname.is_undefined()) return str(callee);
  Ref module = get_attribute_or_undefined(callee, dunder::module);
  if (module.is_error()) clear_error();
  Str* m = module.is_error() || module.is_undefined() ? nullptr : as_str(module);
  if (m && !(m->is_ascii() && m->ascii() == "builtins")) return format_text("%U.%S()", m, qualname.get());
  return format_text("%S()", qualname.get());
}

// The mapping after ** as an exact dict; owned.
static Value keywords_dict(Value callee, Value kwargs) {
  if (is_exactly(kwargs, dict_type)) return incref(kwargs);
  Ref copy = make_dict();
  if (copy.is_error()) return Error;
  if (type_lookup(type_of(kwargs), names::keys).is_undefined()) {
    Ref name = callee_text(callee);
    return name.is_error() ? Error : raise(exc::TypeError, "%S argument after ** must be a mapping, not %T", name.get(), kwargs);
  }
  return dict_update(copy.as<Dict>(), kwargs) < 0 ? Error : copy.take();
}

static Value refuse_keywords(Value callee) {
  Ref name = callee_text(callee);
  return name.is_error() ? Error : raise(exc::TypeError, "keywords must be strings");
}

// A dict made for this call: what is in it stays there until the call is over.
static Value call_with_own_keywords(Value callee, Tuple* positional, Dict* dict) {
  constexpr int64_t most = 12;
  int64_t keywords = dict_size(dict), total = positional->length + keywords;
  Value few[most];
  auto* all = total <= most ? few : static_cast<Value*>(allocate_buffer(static_cast<size_t>(total) * sizeof(Value)));
  Tuple* names = all ? allocate_tuple(keywords) : nullptr;
  Ref names_owner = names ? object_value(names) : Error;
  Value result = Error;
  if (names) {
    std::copy_n(positional->items(), positional->length, all);
    bool strings = true;
    int64_t position = 0, n = 0;
    for (Value key, value; dict_next(dict, position, key, value); ++n) {
      strings &= as_str(key) != nullptr;
      names->items()[n] = incref(key);
      all[positional->length + n] = value;
    }
    result = strings ? call(callee, all, static_cast<uint32_t>(positional->length), names) : refuse_keywords(callee);
  }
  if (all != few) free_buffer(all);
  return result;
}

Value call_unpacked(Value callee, Value args, Value kwargs) {
  Ref positional;
  if (as_tuple(args)) {
    positional = Ref::borrow(object_value(as_tuple(args)));
  } else {
    if (!type_of(args)->iter && !type_of(args)->get_item) {
      Ref name = callee_text(callee);
      return name.is_error() ? Error : raise(exc::TypeError, "%S argument after * must be an iterable, not %T", name.get(), args);
    }
    positional = to_tuple(args);
    if (positional.is_error()) return Error;
  }
  Tuple* p = positional.as<Tuple>();
  if (kwargs.is_undefined() || (is_exactly(kwargs, dict_type) && dict_size(kwargs.as<Dict>()) == 0)) {
    return call(callee, p->items(), static_cast<uint32_t>(p->length), nullptr);
  }
  if (is_exactly(kwargs, dict_type) && is_unique(kwargs.object())) return call_with_own_keywords(callee, p, kwargs.as<Dict>());
  Ref dict = keywords_dict(callee, kwargs);
  if (dict.is_error()) return Error;
  Values items;
  if (!dict_snapshot(dict.as<Dict>(), DictPart::items, items)) return Error;
  int64_t keywords = items.size() / 2;
  auto* all = static_cast<Value*>(allocate_buffer(static_cast<size_t>(p->length + keywords + 1) * sizeof(Value)));
  Tuple* names = allocate_tuple(keywords);
  Ref names_owner = names ? object_value(names) : Error;
  if (!all || !names) {
    free_buffer(all);
    return Error;
  }
  std::memcpy(static_cast<void*>(all), p->items(), static_cast<size_t>(p->length) * sizeof(Value));
  bool strings = true;
  for (int64_t i = 0; i < keywords; ++i) {
    strings &= as_str(items[2 * i]) != nullptr;
    names->items()[i] = incref(items[2 * i]);
    all[p->length + i] = items[2 * i + 1];
  }
  Value result = strings ? call(callee, all, static_cast<uint32_t>(p->length), names) : refuse_keywords(callee);
  free_buffer(all);
  return result;
}

}  // namespace py

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
    if (t == &type_type && !kwnames && callee.as<Type>()->make) return callee.as<Type>()->make(args, n);
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

// The mapping after ** as an exact dict that nothing else changes while the positional arguments are gathered; owned.
static Value keywords_dict(Value callee, Value kwargs) {
  Ref copy = make_dict();
  if (copy.is_error()) return Error;
  if (!as_dict(kwargs)) {
    Ref keys = get_attribute_or_undefined(kwargs, names::keys);
    if (keys.is_error()) return Error;
    if (keys.is_undefined()) {
      Ref name = callee_text(callee);
      return name.is_error() ? Error : raise(exc::TypeError, "%S argument after ** must be a mapping, not %T", name.get(), kwargs);
    }
  }
  return dict_update(copy.as<Dict>(), kwargs) < 0 ? Error : copy.take();
}

static Value refuse_keywords(Value callee) {
  Ref name = callee_text(callee);
  return name.is_error() ? Error : raise(exc::TypeError, "keywords must be strings");
}

// What a call that spreads a dict is made with, its keywords held: the dict may be changed while the call runs.
struct SpreadArguments {
  static constexpr int64_t most = 12;
  SpreadArguments(Tuple* positional, Dict* dict);
  ~SpreadArguments();
  SpreadArguments(const SpreadArguments&) = delete;
  SpreadArguments& operator=(const SpreadArguments&) = delete;
  Value few[most];
  Value* all = nullptr;                  // null: no memory, error pending
  Ref names;
  int64_t positional_count, held = 0;
  bool strings = true;
};

SpreadArguments::SpreadArguments(Tuple* positional, Dict* dict) : positional_count(positional->length) {
  for (;;) {
    int64_t keywords = dict_size(dict), total = positional_count + keywords;
    Value* room = total <= most ? few : static_cast<Value*>(allocate_buffer(static_cast<size_t>(total) * sizeof(Value)));
    Tuple* keys = room ? allocate_tuple(keywords) : nullptr;
    if (!keys) {
      if (room != few) free_buffer(room);
      return;
    }
    names = Ref(object_value(keys));
    ObjectLock lock(dict);
    if (dict_size(dict) == keywords) {
      std::copy_n(positional->items(), positional_count, room);
      Value key, value;
      for (int64_t position = 0; held < keywords && dict_next(dict, position, key, value); ++held) {
        strings &= as_str(key) != nullptr;
        keys->items()[held] = incref(key);
        room[positional_count + held] = incref(value);
      }
      all = room;
      return;
    }
    lock.unlock();                       // another thread has changed it
    if (room != few) free_buffer(room);
  }
}
SpreadArguments::~SpreadArguments() {
  if (!all) return;
  for (int64_t i = 0; i < held; ++i) decref(all[positional_count + i]);
  if (all != few) free_buffer(all);
}

static Value call_spreading(Value callee, Tuple* positional, Dict* dict) {
  SpreadArguments spread(positional, dict);
  if (!spread.all) return Error;
  return spread.strings ? call(callee, spread.all, static_cast<uint32_t>(positional->length), spread.names.as<Tuple>()) : refuse_keywords(callee);
}

Value call_unpacked(Value callee, Value args, Value kwargs) {
  Ref positional, dict;
  const bool ready = as_tuple(args) || is_exactly(args, list_type);    // no code runs that gathers them
  if (!kwargs.is_undefined() && !(ready && is_exactly(kwargs, dict_type))) {
    dict = Ref(keywords_dict(callee, kwargs));
    if (dict.is_error()) return Error;
    kwargs = dict;
  }
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
  if (kwargs.is_undefined() || dict_size(kwargs.as<Dict>()) == 0) return call(callee, p->items(), static_cast<uint32_t>(p->length), nullptr);
  return call_spreading(callee, p, kwargs.as<Dict>());
}

}  // namespace py

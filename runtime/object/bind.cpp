// Binding arguments to the parameters of a Python function (Python/ceval.c, initialize_locals), with its TypeErrors.
#include "runtime/object/containers.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/text.hpp"

namespace py {

Value call_function(Function* f, const Value* args, uint32_t n, Tuple* kwnames) {
  const Code* c = f->code;
  if (n == c->parameter_count && n == c->positional && !kwnames && !(c->flags & (code_varargs | code_varkeywords))) [[likely]] {
    return c->body(f, args);
  }
  constexpr uint32_t most = 8;
  if (n < c->positional && c->positional <= most && c->parameter_count == c->positional && !kwnames) {   // the rest are defaults
    Ref defaults = f->defaults.get();
    Tuple* given = is_exactly(defaults, tuple_type) ? defaults.as<Tuple>() : nullptr;
    uint32_t missing = c->positional - n;
    if (given && given->length >= missing) [[likely]] {
      Value all[most];
      for (uint32_t i = 0; i < n; ++i) all[i] = args[i];
      for (uint32_t i = 0; i < missing; ++i) all[n + i] = given->items()[given->length - missing + i];
      return c->body(f, all);
    }
  }
  return bind_and_call(f, args, n, kwnames);
}

// ---- errors ----

// 'a', 'b', and 'c'
static Value enumerate(const Code* c, const uint16_t* indexes, uint32_t count) {
  Text text;
  for (uint32_t i = 0; i < count; ++i) {
    if (i && count > 2) text.append(", ");
    if (i && i + 1 == count) text.append(count == 2 ? " and " : "and ");
    text.append('\'');
    text.append(c->names[indexes[i]]);
    text.append('\'');
  }
  return text.to_str();
}

[[gnu::cold]] static Value raise_missing(Function* f, const Value* bound, uint32_t from, uint32_t to, uint32_t optional_from, const char* kind) {
  uint16_t indexes[256];
  uint32_t count = 0;
  for (uint32_t i = from; i < to && count < 256; ++i) {
    if (bound[i].is_undefined() && i < optional_from) indexes[count++] = static_cast<uint16_t>(i);
  }
  Ref names = enumerate(f->code, indexes, count), name = function_qualname(f);
  return raise(exc::TypeError, "%S() missing %d required %s argument%s: %S", name.get(), static_cast<int>(count), kind, count == 1 ? "" : "s", names.get());
}

[[gnu::cold]] static Value raise_too_many(Function* f, uint32_t given, uint32_t defaults, const Value* bound) {
  const Code* c = f->code;
  uint32_t keyword_only_given = 0;
  for (uint32_t i = c->positional; i < c->positional + c->keyword_only; ++i) keyword_only_given += !bound[i].is_undefined();
  Text signature, extra;
  if (defaults) {
    signature.append("from ");
    signature.append_int(c->positional - static_cast<int64_t>(defaults));
    signature.append(" to ");
  }
  signature.append_int(c->positional);
  bool plural = defaults || c->positional != 1;
  if (keyword_only_given) {
    extra.append(given == 1 ? " positional argument (and " : " positional arguments (and ");
    extra.append_int(keyword_only_given);
    extra.append(keyword_only_given == 1 ? " keyword-only argument)" : " keyword-only arguments)");
  }
  Ref name = function_qualname(f), takes = signature.to_str(), more = extra.to_str();
  return raise(exc::TypeError, "%S() takes %S positional argument%s but %d%S %s given", name.get(), takes.get(), plural ? "s" : "",
               static_cast<int>(given), more.get(), given == 1 && !keyword_only_given ? "was" : "were");
}

[[gnu::cold]] static Value raise_keyword(Function* f, Str* key, Tuple* kwnames, CodeCache* cache) {
  const Code* c = f->code;
  Ref name = function_qualname(f);
  Text wrong;
  for (int64_t i = 0; i < kwnames->length; ++i) {
    for (uint32_t p = 0; p < c->positional_only; ++p) {
      if (!str_equal(as_str(kwnames->items()[i]), cache->names[p])) continue;
      if (wrong.size) wrong.append(", ");
      wrong.append(c->names[p]);
    }
  }
  if (wrong.size) {
    Ref text = wrong.to_str();
    return raise(exc::TypeError, "%S() got some positional-only arguments passed as keyword arguments: '%S'", name.get(), text.get());
  }
  return raise(exc::TypeError, "%S() got an unexpected keyword argument '%U'", name.get(), key);
}

// ---- binding ----

// The parameter a keyword names, among those that can be given by keyword; -1: none.
static int find_parameter(const Code* c, CodeCache* cache, Str* key) {
  uint32_t end = c->positional + c->keyword_only;
  for (uint32_t i = c->positional_only; i < end; ++i) {
    if (cache->names[i] == key) return static_cast<int>(i);
  }
  if (key->is_interned()) return -1;
  for (uint32_t i = c->positional_only; i < end; ++i) {
    if (str_equal(cache->names[i], key)) return static_cast<int>(i);
  }
  return -1;
}

// What the call owns besides the borrowed arguments.
struct Extras { Ref star, keywords, defaults, keyword_defaults; };

static bool bind(Function* f, const Value* args, uint32_t n, Tuple* kwnames, Value* bound, Extras& extras) {
  const Code* c = f->code;
  uint32_t positional = c->positional, named = positional + c->keyword_only;
  uint32_t taken = n < positional ? n : positional, next = named;
  for (uint32_t i = 0; i < taken; ++i) bound[i] = args[i];
  for (uint32_t i = taken; i < named; ++i) bound[i] = Undefined;
  if (c->flags & code_varargs) {
    extras.star = n > positional ? make_tuple(args + positional, n - positional) : make_tuple(nullptr, 0);
    if (extras.star.is_error()) return false;
    bound[next++] = extras.star;
  }
  if (kwnames && kwnames->length) {
    CodeCache* cache = cache_of(*c);
    if (!cache) return false;
    for (int64_t i = 0; i < kwnames->length; ++i) {
      Str* key = as_str(kwnames->items()[i]);
      Value value = args[n + i];
      int index = find_parameter(c, cache, key);
      if (index >= 0) {
        if (!bound[index].is_undefined()) {
          Ref name = function_qualname(f);
          (void)raise(exc::TypeError, "%S() got multiple values for argument '%U'", name.get(), key);
          return false;
        }
        bound[index] = value;
      } else if (!(c->flags & code_varkeywords)) {
        (void)raise_keyword(f, key, kwnames, cache);
        return false;
      } else {
        if (extras.keywords.is_undefined()) extras.keywords = make_dict_sized(kwnames->length - i);
        if (extras.keywords.is_error() || dict_set(extras.keywords.as<Dict>(), kwnames->items()[i], value) < 0) return false;
      }
    }
  }
  if (c->flags & code_varkeywords) {
    if (extras.keywords.is_undefined()) extras.keywords = make_dict();
    if (extras.keywords.is_error()) return false;
    bound[next] = extras.keywords;
  }
  extras.defaults = f->defaults.get();
  Tuple* defaults = extras.defaults.is_undefined() || extras.defaults.get().is_none() ? nullptr : extras.defaults.as<Tuple>();
  uint32_t default_count = defaults ? static_cast<uint32_t>(defaults->length) : 0;
  if (n > positional && !(c->flags & code_varargs)) {
    (void)raise_too_many(f, n, default_count, bound);
    return false;
  }
  uint32_t first_default = positional - (default_count < positional ? default_count : positional);
  bool missing = false;
  for (uint32_t i = taken; i < first_default; ++i) missing |= bound[i].is_undefined();
  if (missing) {
    (void)raise_missing(f, bound, taken, first_default, first_default, "positional");
    return false;
  }
  for (uint32_t i = taken > first_default ? taken : first_default; i < positional; ++i) {
    if (bound[i].is_undefined()) bound[i] = defaults->items()[default_count - (positional - i)];
  }
  if (c->keyword_only) {
    extras.keyword_defaults = f->keyword_defaults.get();
    Dict* kd = extras.keyword_defaults.is_undefined() || extras.keyword_defaults.get().is_none() ? nullptr : extras.keyword_defaults.as<Dict>();
    CodeCache* cache = cache_of(*c);
    if (!cache) return false;
    int64_t position = 0;
    for (uint32_t i = positional; i < named; ++i) {
      Value key, value;                  // as a rule the defaults lie there in the order of the parameters
      bool in_order = kd && dict_next(kd, position, key, value) && key.same(object_value(cache->names[i]));
      if (!bound[i].is_undefined()) continue;
      if (kd) bound[i] = in_order ? value : dict_get_borrowed(kd, cache->names[i]);
      missing |= bound[i].is_undefined();
    }
    if (missing) {
      (void)raise_missing(f, bound, positional, named, named, "keyword-only");
      return false;
    }
  }
  return true;
}

// What nearly all calls with keywords are: each names a parameter that is not given yet, of a function without * and **, and what
// is missing has a default. false: bind() is to look.
static bool bind_named(const Function* f, const Value* args, uint32_t n, const Tuple* kwnames, Value* bound, Extras& extras) {
  const Code* c = f->code;
  const CodeCache* cache = c->cache.load(std::memory_order_acquire);
  const uint32_t positional = c->positional, named = positional + c->keyword_only;
  if (!cache || n > positional || c->parameter_count != named) return false;
  for (uint32_t i = 0; i < named; ++i) bound[i] = i < n ? args[i] : Undefined;
  const auto keywords = static_cast<uint32_t>(kwnames->length);
  for (uint32_t k = 0; k < keywords; ++k) {
    const Value key = kwnames->items()[k];
    uint32_t i = c->positional_only;
    while (i < named && !key.same(object_value(cache->names[i]))) ++i;
    if (i == named || !bound[i].is_undefined()) return false;
    bound[i] = args[n + k];
  }
  if (n + keywords == named) return true;
  extras.defaults = f->defaults.get();
  if (as_tuple(extras.defaults)) {
    const Tuple* defaults = extras.defaults.as<Tuple>();
    const auto count = static_cast<uint32_t>(defaults->length);
    for (uint32_t i = count < positional ? positional - count : 0; i < positional; ++i) {
      if (bound[i].is_undefined()) bound[i] = defaults->items()[count - (positional - i)];
    }
  }
  if (c->keyword_only) {
    extras.keyword_defaults = f->keyword_defaults.get();
    Dict* defaults = as_dict(extras.keyword_defaults);
    for (uint32_t i = positional; i < named; ++i) {
      if (bound[i].is_undefined() && defaults) bound[i] = dict_get_borrowed(defaults, cache->names[i]);
    }
  }
  for (uint32_t i = n; i < named; ++i) {
    if (bound[i].is_undefined()) return false;
  }
  return true;
}

Value bind_and_call(Function* f, const Value* args, uint32_t n, Tuple* kwnames) {
  const Code* c = f->code;
  Extras extras;
  if (c->parameter_count <= 16) [[likely]] {
    Value bound[16];
    if (kwnames && bind_named(f, args, n, kwnames, bound, extras)) return c->body(f, bound);
    return bind(f, args, n, kwnames, bound, extras) ? c->body(f, bound) : Error;
  }
  auto* bound = static_cast<Value*>(allocate_buffer(c->parameter_count * sizeof(Value)));
  if (!bound) return Error;
  Value result = bind(f, args, n, kwnames, bound, extras) ? c->body(f, bound) : Error;
  free_buffer(bound);
  return result;
}

}  // namespace py

// Arguments of functions written in C++: checking counts, binding keywords, CPython's messages (Python/getargs.c).
#include <cstring>

#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"

namespace py {

bool reject_keywords(const char* name, Tuple* kwnames) {
  if (!kwnames || !kwnames->length) return true;
  (void)raise(exc::TypeError, "%s() takes no keyword arguments", name);
  return false;
}

bool check_positional(const char* name, uint32_t n, uint32_t min, uint32_t max) {
  if (n >= min && n <= max) return true;
  bool few = n < min;
  uint32_t limit = few ? min : max;
  (void)raise(exc::TypeError, "%s expected %s%d argument%s, got %d", name, min == max ? "" : few ? "at least " : "at most ",
        static_cast<int>(limit), limit == 1 ? "" : "s", static_cast<int>(n));
  return false;
}

// ---- signatures, parsed once for each NativeDef ----

static void parse(const char* text, Signature& s) {
  std::memset(static_cast<void*>(&s), 0, sizeof s);
  bool keyword_only = false, optional_seen = false;
  for (const char* p = text; *p;) {
    while (*p == ' ' || *p == ',') ++p;
    if (!*p) break;
    const char* start = p;
    while (*p && *p != ',' && *p != ' ' && *p != '=') ++p;
    std::string_view name(start, static_cast<size_t>(p - start));
    if (name == "/") {
      s.positional_only = s.count;
    } else if (name == "*") {
      keyword_only = true;
    } else {
      if (*p == '=') s.optional |= 1u << s.count, optional_seen = true;
      else if (!optional_seen && !keyword_only) s.required_positional = static_cast<uint8_t>(s.count + 1);
      s.names[s.count++] = intern(name);
      if (!keyword_only) s.positional = s.count;
    }
    while (*p && *p != ',') ++p;
  }
}

struct ParsedSignature {
  const NativeDef* def;
  Signature signature;
};
static constexpr uint32_t table_size = 4096;
static std::atomic<ParsedSignature*> parsed[table_size];

const Signature& signature_of(const NativeDef& def) {
  ParsedSignature* fresh = nullptr;
  for (uint32_t i = static_cast<uint32_t>(reinterpret_cast<uintptr_t>(&def) >> 4);; ++i) {
    std::atomic<ParsedSignature*>& entry = parsed[i % table_size];
    ParsedSignature* found = entry.load(std::memory_order_acquire);
    if (!found) {
      if (!fresh) {
        fresh = static_cast<ParsedSignature*>(allocate_buffer(sizeof(ParsedSignature)));
        fresh->def = &def;
        parse(def.signature, fresh->signature);
      }
      if (entry.compare_exchange_strong(found, fresh, std::memory_order_acq_rel)) return fresh->signature;
    }
    if (found->def == &def) return found->signature;
  }
}

// ---- binding (vgetargskeywordsfast) ----

bool bind_arguments(const NativeDef& def, const Value* args, uint32_t n, Tuple* kwnames, Value* out) {
  const Signature& s = signature_of(def);
  uint32_t keywords = kwnames ? static_cast<uint32_t>(kwnames->length) : 0;
  for (uint32_t i = 0; i < s.count; ++i) out[i] = Undefined;
  if (n + keywords > s.count) {
    (void)raise(exc::TypeError, "%s() takes at most %d %sargument%s (%d given)", def.name, s.count, n == 0 ? "keyword " : "",
          s.count == 1 ? "" : "s", static_cast<int>(n + keywords));
    return false;
  }
  if (n > s.positional) {
    if (s.positional == 0) {
      (void)raise(exc::TypeError, "%s() takes no positional arguments", def.name);
    } else {
      (void)raise(exc::TypeError, "%s() takes %s %d positional argument%s (%d given)", def.name,
            s.required_positional < s.positional ? "at most" : "exactly", s.positional, s.positional == 1 ? "" : "s", static_cast<int>(n));
    }
    return false;
  }
  uint32_t required_only = s.required_positional < s.positional_only ? s.required_positional : s.positional_only;
  if (n < required_only) {
    (void)raise(exc::TypeError, "%s() takes %s %d positional argument%s (%d given)", def.name,
          required_only < s.positional ? "at least" : "exactly", static_cast<int>(required_only), required_only == 1 ? "" : "s", static_cast<int>(n));
    return false;
  }
  for (uint32_t i = 0; i < n; ++i) out[i] = args[i];
  // What is missing is reported before what is wrong.
  uint32_t wrong = keywords, wrong_parameter = 0;        // the first keyword that names no free parameter
  for (uint32_t k = 0; k < keywords; ++k) {
    Str* key = as_str(kwnames->items()[k]);
    uint32_t i = s.positional_only;
    while (i < s.count && s.names[i] != key && !str_equal(s.names[i], key)) ++i;
    if (i == s.count || !out[i].is_undefined()) {
      if (wrong == keywords) wrong = k, wrong_parameter = i;
    } else {
      out[i] = args[n + k];
    }
  }
  for (uint32_t i = 0; i < s.count; ++i) {
    if (!out[i].is_undefined() || (s.optional >> i & 1)) continue;
    if (i < s.positional) (void)raise(exc::TypeError, "%s() missing required argument '%U' (pos %d)", def.name, s.names[i], static_cast<int>(i + 1));
    else (void)raise(exc::TypeError, "%s() missing required keyword-only argument: '%U'", def.name, s.names[i]);
    return false;
  }
  if (wrong == keywords) return true;
  Str* key = as_str(kwnames->items()[wrong]);
  if (wrong_parameter == s.count) (void)raise(exc::TypeError, "'%U' is an invalid keyword argument for %s()", key, def.name);
  else (void)raise(exc::TypeError, "argument for %s() given by name ('%U') and position (%d)", def.name, key, static_cast<int>(wrong_parameter + 1));
  return false;
}

}  // namespace py

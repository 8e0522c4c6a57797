// Exceptions with a field or two: StopIteration, SystemExit, NameError, AttributeError, ImportError, SyntaxError.
#include <cstddef>

#include "runtime/object/exceptions.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"

#pragma GCC diagnostic ignored "-Winvalid-offsetof"

namespace py {

static Value one_or_all(const Value* args, uint32_t n) {
  return n == 0 ? None : n == 1 ? incref(args[0]) : make_tuple(args, n);
}

Truth stop_iteration_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (exception_init(self, args, n, kwnames) < 0) return -1;
  self.as<StopIterationError>()->value.set(n ? incref(args[0]) : None);
  return 0;
}
Truth system_exit_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (exception_init(self, args, n, kwnames) < 0) return -1;
  Value code = one_or_all(args, n);
  if (code.is_error()) return -1;
  self.as<SystemExitError>()->code.set(code);
  return 0;
}
const MemberDef stop_iteration_members[] = {{"value", offsetof(StopIterationError, value), false}, {}};
const MemberDef system_exit_members[] = {{"code", offsetof(SystemExitError, code), false}, {}};

// Stores the allowed keyword values into slots; any other keyword is an error.
struct Keyword { const char* name; Slot* slot; };
static Truth take_keywords(Value self, const char* function, const Value* values, Tuple* kwnames, std::initializer_list<Keyword> allowed) {
  for (int64_t i = 0; kwnames && i < kwnames->length; ++i) {
    Str* given = as_str(kwnames->items()[i]);
    const Keyword* match = nullptr;
    for (const Keyword& k : allowed) {
      if (str_equal_ascii(given, k.name)) match = &k;
    }
    if (!match) {
      (void)raise(exc::TypeError, "'%U' is an invalid keyword argument for %s()", given, function);
      return -1;
    }
    match->slot->set(incref(values[i]));
  }
  return 0;
}

Truth name_error_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (exception_init(self, args, n, nullptr) < 0) return -1;
  return take_keywords(self, "NameError", args + n, kwnames, {{"name", &self.as<NameErrorObject>()->name}});
}
Truth attribute_error_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (exception_init(self, args, n, nullptr) < 0) return -1;
  auto* e = self.as<AttributeErrorObject>();
  return take_keywords(self, "AttributeError", args + n, kwnames, {{"name", &e->name}, {"obj", &e->object}});
}
Truth import_error_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (exception_init(self, args, n, nullptr) < 0) return -1;
  auto* e = self.as<ImportErrorObject>();
  e->message.set(n == 1 ? incref(args[0]) : None);
  for (Slot* field : {&e->name, &e->path}) field->set(Undefined);   // those of an earlier __init__
  return take_keywords(self, "ImportError", args + n, kwnames, {{"name", &e->name}, {"path", &e->path}});
}
Value import_error_str(Value self) {
  Ref message = self.as<ImportErrorObject>()->message.get();
  return is_exactly(message, str_type) ? message.take() : exception_str(self);
}
const MemberDef name_error_members[] = {{"name", offsetof(NameErrorObject, name), false}, {}};
const MemberDef attribute_error_members[] = {
    {"name", offsetof(AttributeErrorObject, name), false}, {"obj", offsetof(AttributeErrorObject, object), false}, {}};
const MemberDef import_error_members[] = {{"msg", offsetof(ImportErrorObject, message), false},
                                          {"name", offsetof(ImportErrorObject, name), false},
                                          {"path", offsetof(ImportErrorObject, path), false},
                                          {}};

// SyntaxError(message, (filename, line, offset, text[, end_line, end_offset]))
Truth syntax_error_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (exception_init(self, args, n, kwnames) < 0) return -1;
  auto* e = self.as<SyntaxErrorObject>();
  if (n >= 1) e->message.set(incref(args[0]));
  if (n != 2) return 0;
  Ref info = to_tuple(args[1]);
  if (info.is_error()) return -1;
  Tuple* t = info.as<Tuple>();
  static const char* const field_names[] = {"filename", "lineno", "offset", "text"};
  if (t->length != 4 && t->length != 6) {
    if (t->length == 5) (void)raise(exc::TypeError, "end_offset must be provided when end_lineno is provided");
    else if (t->length > 6) (void)raise(exc::TypeError, "function takes at most 6 arguments (%d given)", static_cast<int>(t->length));
    else (void)raise(exc::TypeError, "function missing required argument '%s' (pos %d)", field_names[t->length], static_cast<int>(t->length) + 1);
    return -1;
  }
  Slot* fields[] = {&e->filename, &e->line, &e->offset, &e->text, &e->end_line, &e->end_offset};
  for (int64_t i = 0; i < t->length; ++i) fields[i]->set(incref(t->items()[i]));
  return 0;
}
Value syntax_error_str(Value self) {
  auto* e = self.as<SyntaxErrorObject>();
  Ref message = e->message.get(), filename = e->filename.get(), line = e->line.get();
  Ref base;
  if (Str* s = as_str(filename)) {       // only the last component, like my_basename() there
    Text path;
    append_utf8(path, s);
    std::string_view v = path.view();
    base = make_str(v.substr(v.rfind('/') == v.npos ? 0 : v.rfind('/') + 1));
  }
  bool has_line = is_exact_int(line);
  if (base.is_undefined() && !has_line) return str(message);
  if (base.is_undefined()) return format_text("%S (line %S)", message.get(), line.get());
  if (!has_line) return format_text("%S (%S)", message.get(), base.get());
  return format_text("%S (%S, line %S)", message.get(), base.get(), line.get());
}
const MemberDef syntax_error_members[] = {{"msg", offsetof(SyntaxErrorObject, message), false},
                                          {"filename", offsetof(SyntaxErrorObject, filename), false},
                                          {"lineno", offsetof(SyntaxErrorObject, line), false},
                                          {"offset", offsetof(SyntaxErrorObject, offset), false},
                                          {"text", offsetof(SyntaxErrorObject, text), false},
                                          {"end_lineno", offsetof(SyntaxErrorObject, end_line), false},
                                          {"end_offset", offsetof(SyntaxErrorObject, end_offset), false},
                                          {"print_file_and_line", offsetof(SyntaxErrorObject, print_file_and_line), false},
                                          {}};

}  // namespace py

// What CPython's site module adds for people at a prompt (Lib/_sitebuiltins.py): exit, quit, copyright, credits, license.
//
// The table has not the objects but functions that make them, so that a WebAssembly program which speaks none of the names is
// linked without them (compiler/driver/left_out.cpp). help is missing: it is pydoc.
#include <string_view>

#include "runtime/builtins/builtins_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/text.hpp"

namespace py {

const char copyright_notice[] =
    "Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved.\n\n"
    "Copyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\n"
    "Copyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\n"
    "Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.";

namespace {

struct SiteObject : Object {
  const char *name, *text;
};
Value make(Type& type, const char* name, const char* text) {
  type_ready(type);
  SiteObject* o = allocate<SiteObject>(&type);
  o->name = name, o->text = text;
  return object_value(o);
}

// ---- exit and quit ----
Value quitter_repr(Value self) {
  SiteObject* o = self.as<SiteObject>();
  Text out;
  out.append("Use "), out.append(o->name), out.append("() or "), out.append(o->text), out.append(" to exit");
  return out.to_str();
}
Value quitter_call(Value, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("__call__", nullptr, "code=");
  Value code = Undefined;
  if (!bind_arguments(def, args, n, kwnames, &code)) return Error;
  // A shell that catches SystemExit sees that its input is closed.
  Ref sys = dict_get(sys_modules(), intern("sys"));
  Ref input = sys.is_undefined() ? Undefined : get_attribute_or_undefined(sys, intern("stdin"));
  Ref closed = input.is_error() || input.is_undefined() ? Undefined : call_method(input, intern("close"));
  if (input.is_error() || closed.is_error()) clear_error();
  Ref error = call(value_of(exc::SystemExit), code.is_undefined() ? None : code);
  return error.is_error() ? Error : raise_value(error);
}
constexpr GetSetDef quitter_getsets[] = {
    {"name", [](Value self) { return make_str(self.as<SiteObject>()->name); }, nullptr},
    {"eof", [](Value self) { return make_str(self.as<SiteObject>()->text); }, nullptr}, {},
};
constinit Type quitter_type{{.name = "_sitebuiltins.Quitter", .instance_size = sizeof(SiteObject), .base = &object_type,
                             .dealloc = free_object, .repr = quitter_repr, .call = quitter_call, .getsets = quitter_getsets}};
constexpr char end_of_input[] = "Ctrl-D (i.e. EOF)";
Value make_exit(const Value*, uint32_t) { return make(quitter_type, "exit", end_of_input); }
Value make_quit(const Value*, uint32_t) { return make(quitter_type, "quit", end_of_input); }

// ---- copyright, credits and license ----
constexpr std::string_view license_notice = "See https://www.python.org/psf/license/";

Value printer_repr(Value self) {
  SiteObject* o = self.as<SiteObject>();
  return make_str(o->text == license_notice ? "Type license() to see the full license text" : o->text);
}
Value printer_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("__call__", nullptr, "");
  if (!bind_arguments(def, args, n, kwnames, nullptr)) return Error;
  Ref text = make_str(self.as<SiteObject>()->text);
  return call(builtin(intern("print")), text);
}
constinit Type printer_type{{.name = "_sitebuiltins._Printer", .instance_size = sizeof(SiteObject), .base = &object_type,
                             .dealloc = free_object, .repr = printer_repr, .call = printer_call}};
Value make_copyright(const Value*, uint32_t) { return make(printer_type, "copyright", copyright_notice); }
Value make_credits(const Value*, uint32_t) {
  return make(printer_type, "credits",
              "    Thanks to CWI, CNRI, BeOpen.com, Zope Corporation and a cast of thousands\n"
              "    for supporting Python development.  See www.python.org for more information.");
}
Value make_license(const Value*, uint32_t) { return make(printer_type, "license", license_notice.data()); }

}  // namespace

const NativeDef site_objects[] = {
    PY_NOARGS("exit", make_exit),       PY_NOARGS("quit", make_quit),       PY_NOARGS("copyright", make_copyright),
    PY_NOARGS("credits", make_credits), PY_NOARGS("license", make_license), {},
};

}  // namespace py

// Modules: native ones (C++), compiled ones (Python), sys.modules and importing.
//
// A program is linked with exactly the modules it imports: emitted main() lists their descriptions. Importing
// happens once per module under a lock of its own; threads that come second wait (import cycles within one
// thread see the half-made module, as in CPython; PEP 451, Lib/importlib/_bootstrap.py).
#pragma once

#include <initializer_list>

#include "runtime/object/call.hpp"

namespace py {

struct Module : Object {
  Dict* globals;                         // the namespace; lives as long as the module
  Slot dict_slot;                        // the same Dict as a Value (owned)
  bool built_in;                         // not made by the program: so its repr() says where it has no __file__
};
inline Dict* module_globals(Object* module) { return static_cast<Module*>(module)->globals; }

// A module written in C++. Defined as
//   namespace py::native { const ModuleDef module_math = {"math", fill_math}; }
// with the symbol module_symbol() of compiler/emission makes of the name ('.' -> "_dot_", '_' -> "_u"), and listed
// in abi/modules.def, which tells the compiler that the import exists and what else must be linked with it.
struct ModuleDef {
  const char* name;                      // dotted
  bool (*fill)(Module* module);          // puts names into the namespace; false: exception pending
  bool is_package;
};

// A module written in Python and compiled.
struct CompiledModule {
  const char* name;                      // dotted; "__main__" for the program itself
  const char* file;                      // as the compiler was given it, see absolute_file()
  bool is_package;
  Value (*run)(Object* module);          // fills in constants, runs the body; None or Error
};

// The file of a module as CPython shows it: absolute. The compiler was given it relative to the folder in which the program
// starts, as a rule. Immortal. Any thread, after register_modules().
Str* absolute_file(const char* file);

// The modules this program is linked with; arrays ended by nullptr. Before any import.
void register_modules(const CompiledModule* const* compiled, const ModuleDef* const* native);

extern Type module_type;
Module* make_module(Str* name);          // with __name__, __doc__, __package__, __loader__, __spec__ = None; owned
// Adds helpers for `fill` functions.
void module_set(Module* module, const char* name, Value owned);
void module_set_all(Module* module, std::initializer_list<const char*> names);   // __all__, a list
void module_add_functions(Module* module, const NativeDef* table);   // ended by {}
void module_add_type(Module* module, Type& type);                    // under its last name component
void module_add_types(Module* module, Type* const* until_null);

Value import_module(Str* dotted_name);   // owned: the module itself (parents imported first); ModuleNotFoundError, ...
Dict* sys_modules();                     // borrowed
// The function or class of that name in the builtins module; borrowed and immortal. The name must exist.
Value builtin(Str* name);
Dict* builtins_dict();

}  // namespace py

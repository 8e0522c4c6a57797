// The state of one inference: a type for every place of the program that can hold a value, and the rules that join them.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "compiler/inference/inference.hpp"
#include "compiler/inference/types.hpp"

namespace portalis::inference {

template <size_t n>
bool among(const std::string_view (&list)[n], std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

inline bool is_dunder(std::string_view name) { return name.size() > 4 && name.starts_with("__") && name.ends_with("__"); }

struct FunctionFacts {
  ir::Module* module = nullptr;
  uint32_t module_index = 0;
  ir::Function* fn = nullptr;
  std::vector<Type> temporaries, variables;
  std::vector<uint32_t> builtins;      // by temporary: the builtin it is, as an index into Module::names; or no_index
  Type result;                         // of a generator: its iterator
  Type defaults;                       // the tuple of its defaults
  Type annotations;                    // the dict of its annotations
  uint32_t owner = unknown;            // the class it is a method of
  enum Binding : uint8_t { plain, static_, class_ } binding = plain;
  bool escaped = false, called_from_outside = false;   // escapes.cpp; what has escaped is called from outside too
};

struct ClassFacts {
  std::string name;
  std::vector<uint32_t> bases, subclasses;
  std::unordered_map<std::string, Type> names;        // what its body binds
  std::unordered_map<std::string, Type> attributes;   // what is stored into its instances
  bool escaped = false;
  bool described = false;              // by a metaclass, perhaps that of a base, or keywords: what making one does is unknown
};

class Program {
 public:
  explicit Program(const std::vector<ir::Module*>& modules);
  void solve();
  void settle(World world);
  void write_back();                   // claims.cpp

 private:
  // ---- program.cpp ----
  bool sweeps(int most);
  void sweep(uint32_t f);
  void block(const ir::Block& b);
  void statement(const ir::Statement& s);
  Type constant_type(uint32_t index);
  Type type(const ir::Operand& o);
  Type operand(const ir::Instruction& x, size_t n) { return n < x.operands.size() ? type(x.operands[n]) : Type{}; }
  void join(Type& into, const Type& t) { changed_ |= lattice_.join(into, t); }
  void define(uint32_t temporary, Type t);
  void result(const ir::Instruction& x, const Type& t) {
    if (x.result != ir::no_index) define(x.result, t);
  }
  // Of the container the instruction makes; second: of another beside it.
  Type container(const ir::Instruction& x, ir::Kind kind, bool second = false);
  // A tuple of unknown length that holds what `from` does: a slice, a sum.
  Type any_tuple(const ir::Instruction& x, const Type& from);
  bool is_slice(const Type& key) { return key.is(ir::kind_other) && !lattice_.has_content(key); }
  Type element(const Type& t);                               // of iterating over it
  const std::string& name(const ir::Instruction& x) const { return facts().module->names[x.name]; }
  FunctionFacts& facts() { return functions_[current_]; }
  const FunctionFacts& facts() const { return functions_[current_]; }
  uint32_t function_id(uint32_t index) const { return first_function_[facts().module_index] + index; }

  // ---- instructions.cpp ----
  void instruction(const ir::Instruction& x);
  void typed_instruction(const ir::Instruction& x);
  bool variable_instruction(const ir::Instruction& x);
  bool container_instruction(const ir::Instruction& x);
  void define_function(const ir::Instruction& x);
  void define_class(const ir::Instruction& x);
  Type arithmetic(const ir::Instruction& x);
  Type arithmetic_result(const ir::Instruction& x);
  Type item(const ir::Instruction& x);
  void store_item(const Type& into, const Type& key, const Type& value);
  Type global(uint32_t module, const std::string& name);

  // ---- attributes.cpp ----
  Type attribute(const Type& object, const std::string& name);
  void store_attribute(const Type& object, const std::string& name, const Type& value);
  Type in_class(uint32_t cls, const std::string& name, int depth = 0);
  Type overridden(uint32_t cls, const std::string& name, int depth = 0);
  Type stored(uint32_t cls, const std::string& name, bool up, int depth = 0);
  void settle_class_attribute(const Type& object, const std::string& name, const Type& in, Type& out);
  void settle_instance_attribute(const Type& object, const std::string& name, const Type& held, const Type& in, Type& out);
  void settle_attribute(const Type& object, const std::string& name, Type& out);
  void settle_reach(const std::string& name);
  void settle_change(const std::string& name);
  void settle_store(const Type& object, const std::string& name, const Type& value);

  // ---- calls.cpp ----
  struct Arguments {
    std::vector<Type> positional;
    std::vector<std::pair<std::string, Type>> named;
  };
  bool call_overriding(uint32_t cls, const std::string& name, const Arguments& args, Type& out, int depth = 0);
  bool enter(const Type& target, const Type& self, const Arguments& args, Type& out);
  Type make_instance(uint32_t cls, Arguments args);
  Type call_found(const Type& object, const std::string& name, const Arguments& args, const ir::Instruction* site, bool& complete);
  Arguments arguments(const ir::Instruction& x, size_t from);
  Type call(const Type& callee, Arguments args, const ir::Instruction* site);
  Type call_function(uint32_t f, const Arguments& args);
  void call_unpacked(const ir::Instruction& x);
  Type call_method(const Type& object, const std::string& name, const Arguments& args, const ir::Instruction* site);
  void write_targets(ir::Block& b);
  uint32_t own_function(const Type& callee);
  uint32_t single_method(const Type& object, const std::string& method);
  uint32_t single_target(const ir::Instruction& x);
  // ---- handed_on.cpp ----
  std::string native_name(const Type& callee);               // of a function or class of a module in C++; else ""
  void handed_on(const std::string& callee, const Arguments& args, const ir::Instruction& x);
  Type made_by(const std::string& cls, const Arguments& args, const ir::Instruction& x);
  Type holder_method(const Type& holder, const std::string& name, const Arguments& args, const ir::Instruction* site);

  // ---- builtins.cpp ----
  Type call_builtin(const std::string& name, const Arguments& args, const ir::Instruction& site);
  Type builtin_result(const std::string& name, const Arguments& args, const ir::Instruction& site);
  Type builtin_method(const Type& object, const std::string& name, const Arguments& args, const ir::Instruction* site);
  bool knows_method(const Type& object, const std::string& name, const Arguments& args, const ir::Instruction* site) const;
  bool knows_native(const Type& module, const std::string& name, const Arguments& args) const;

  // ---- escapes.cpp ----
  std::vector<uint32_t> ids_of(const Type& t) const;
  void escape(const Type& t);
  void escape(const Arguments& args);
  void escape_operands(const ir::Instruction& x);
  void escape_function(uint32_t f);
  void escape_class(uint32_t cls);
  void escape_module(uint32_t module);
  void escape_modules();
  void open(Type& t);
  void spread();
  Type opened(Type t) const {
    t.open |= settled_;
    return t;
  }
  bool is_vague(const Type& t) const;

  // ---- claims.cpp ----
  uint32_t claim(uint32_t module, const Type& t);
  std::vector<ir::Definition> definitions(uint32_t module, const Type& t) const;

  // ---- settled.cpp ----
  void settle_instruction(const ir::Instruction& x);
  // Whoever is handed it and calls it is followed (handed_on.cpp).
  bool is_known_function(const Type& t) const { return t.is(ir::kind_function) && !t.open && t.id < many; }
  void settle_method(const std::string& name, const Type& function);
  Type settle_builtin(const std::string& name, const Arguments& args, Type out);
  Type settle_arithmetic(const ir::Instruction& x, Type out);
  void settle_comparison(const ir::Instruction& x);

  std::vector<FunctionFacts> functions_;
  std::vector<uint32_t> first_function_;                     // by module
  std::unordered_map<uint32_t, ClassFacts> classes_;         // by the function that is the body
  std::vector<std::unordered_map<std::string, Type>> globals_;
  std::unordered_map<std::string, uint32_t> modules_;        // dotted name
  std::unordered_map<std::string, Type> stored_anywhere_;    // attributes of unknown objects
  std::unordered_map<std::string, uint32_t> native_modules_;
  std::vector<std::string> native_names_;
  struct NativeFunction {
    uint32_t module;
    std::string name;
  };
  static constexpr uint32_t first_native_function = 1u << 29, first_native_module = 1u << 30;   // as ids of types
  std::vector<NativeFunction> native_functions_;
  std::unordered_map<std::string, uint32_t> native_function_ids_;   // "math.sqrt"
  std::unordered_map<uint64_t, Type> made_;                  // content of what an instruction makes besides its result
  Lattice lattice_;
  uint32_t current_ = 0;
  bool changed_ = false;
  bool settled_ = false;               // kinds are found; now what is open
  bool complete_ = false;              // that was found too
  std::vector<bool> escaped_modules_;
  std::unordered_map<uint32_t, bool> patched_;               // modules in C++ that the program may have changed
  bool cells_change_ = false, everything_escapes_ = false;
  bool codes_change_ = false, classes_change_ = false;       // by `f.__code__ = g.__code__`, `o.__class__ = C`
  std::vector<Type> lost_;                                   // see Lattice::take_lost()
  std::map<std::tuple<uint32_t, Kinds, uint32_t, uint32_t>, uint32_t> claims_;   // by module, kinds, id and content
};

}  // namespace portalis::inference

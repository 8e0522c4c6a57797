// The state of one inference: a type for every place of the program that can hold a value, and the rules that join them.
#pragma once

#include <string>
#include <unordered_map>

#include "compiler/inference/types.hpp"

namespace portalis::inference {

struct FunctionFacts {
  ir::Module* module = nullptr;
  uint32_t module_index = 0;
  ir::Function* fn = nullptr;
  std::vector<Type> temporaries, variables;
  std::vector<uint32_t> builtins;      // by temporary: the builtin it is, as an index into Module::names; or no_index
  Type result;                         // of a generator: its iterator
  Type defaults;                       // the tuple of its defaults
  uint32_t owner = unknown;            // the class it is a method of
  enum Binding : uint8_t { plain, static_, class_ } binding = plain;
};

struct ClassFacts {
  std::string name;
  std::vector<uint32_t> bases, subclasses;
  std::unordered_map<std::string, Type> names;        // what its body binds
  std::unordered_map<std::string, Type> attributes;   // what is stored into its instances
};

class Program {
 public:
  explicit Program(const std::vector<ir::Module*>& modules);
  void solve();
  void write_back();

 private:
  // ---- program.cpp ----
  void sweep(uint32_t f);
  void block(const ir::Block& b);
  void statement(const ir::Statement& s);
  Type constant_type(uint32_t index);
  Type type(const ir::Operand& o);
  Type operand(const ir::Instruction& x, size_t n) { return n < x.operands.size() ? type(x.operands[n]) : Type{}; }
  void join(Type& into, const Type& t) { changed_ |= lattice_.join(into, t); }
  void result(const ir::Instruction& x, const Type& t);
  // Of the container the instruction makes; second: of another beside it.
  Type container(const ir::Instruction& x, ir::Kind kind, bool second = false);
  bool is_slice(const Type& key) { return key.is(ir::kind_other) && !lattice_.has_content(key); }
  Type element(const Type& t);                               // of iterating over it
  const std::string& name(const ir::Instruction& x) const { return facts().module->names[x.name]; }
  FunctionFacts& facts() { return functions_[current_]; }
  const FunctionFacts& facts() const { return functions_[current_]; }
  uint32_t function_id(uint32_t index) const { return first_function_[facts().module_index] + index; }

  // ---- instructions.cpp ----
  void instruction(const ir::Instruction& x);
  bool variable_instruction(const ir::Instruction& x);
  bool container_instruction(const ir::Instruction& x);
  void define_function(const ir::Instruction& x);
  void define_class(const ir::Instruction& x);
  Type arithmetic(const ir::Instruction& x);
  Type item(const ir::Instruction& x);
  void store_item(const Type& into, const Type& key, const Type& value);
  Type attribute(const Type& object, const std::string& name);
  void store_attribute(const Type& object, const std::string& name, const Type& value);
  Type in_class(uint32_t cls, const std::string& name, int depth = 0);
  Type overridden(uint32_t cls, const std::string& name, int depth = 0);
  Type stored(uint32_t cls, const std::string& name, bool up, int depth = 0);
  Type global(uint32_t module, const std::string& name);

  // ---- calls.cpp ----
  struct Arguments {
    std::vector<Type> positional;
    std::vector<std::pair<std::string, Type>> named;
  };
  Arguments arguments(const ir::Instruction& x, size_t from);
  Type call(const Type& callee, Arguments args, const ir::Instruction* site);
  Type call_function(uint32_t f, const Arguments& args);
  void call_unpacked(const ir::Instruction& x);
  Type call_method(const Type& object, const std::string& name, const Arguments& args, const ir::Instruction* site);
  // ---- handed_on.cpp ----
  std::string native_name(const Type& callee);               // of a function or class of a module in C++; else ""
  void handed_on(const std::string& callee, const Arguments& args, const ir::Instruction& x);
  Type made_by(const std::string& cls, const Arguments& args, const ir::Instruction& x);
  Type holder_method(const Type& holder, const std::string& name, const Arguments& args, const ir::Instruction* site);

  void write_targets(ir::Block& b);
  uint32_t own_function(const Type& callee);
  uint32_t single_target(const ir::Instruction& x);
  Type call_builtin(const std::string& name, const Arguments& args, const ir::Instruction& site);
  Type builtin_method(const Type& object, const std::string& name, const Arguments& args, const ir::Instruction* site);

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
};

}  // namespace portalis::inference

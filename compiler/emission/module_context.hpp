// What the functions of one module share: names, constants, sites, known functions.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/emission/writer.hpp"
#include "compiler/ir/ir.hpp"

namespace portalis::emission {

class ModuleContext {
 public:
  ModuleContext(const ir::Module& module, std::string_view source);

  const ir::Module& module;

  std::string name(uint32_t index);                 // "n_append": an interned Str*
  std::string constant(uint32_t index);             // a Value expression
  std::string builtin(uint32_t name_index);         // "b_len": the builtin function
  std::string keywords(const std::vector<uint32_t>& names);   // "kw_3": a tuple of names
  std::string attribute_site() { return "sites[" + std::to_string(attribute_sites_++) + "]"; }
  std::string method_site() { return "method_sites[" + std::to_string(method_sites_++) + "]"; }
  std::string global_site() { return "global_sites[" + std::to_string(global_sites_++) + "]"; }
  std::string native_site() { return "native_sites[" + std::to_string(native_sites_++) + "]"; }
  std::string known_function(uint32_t function);    // "known_inner": Function* set when the def statement runs
  // What a call of the function gives its parameters from `first` on, in their order: the operands, the last of which are for the
  // keywords, and constant defaults. Nothing when it does not take such calls.
  struct Bound {
    std::vector<ir::Operand> operands;
    bool with_defaults = false;
  };
  std::optional<Bound> bind(const ir::Function& callee, std::span<const ir::Operand> given, const std::vector<uint32_t>& keywords, size_t first = 0) const;
  std::string_view source_line(uint32_t line) const;
  std::string line_comment(uint32_t line) const;    // the line's text, shortened, fit to stand in a // comment
  std::vector<bool> typed;                          // by function: has a typed version (typed_emitter.hpp)
  // For emitting on trial: what is handed out there is not declared here.
  ModuleContext& scratch();

  // What is handed out from now on is for one translation unit, which has sites of its own.
  void begin_unit();
  // The unit's: of all names it was handed out, as what others define, and of its sites.
  std::string imports() const;
  std::string sites() const;
  // Of everything handed out so far, and the function that fills it in.
  std::string definitions() const;
  std::string initialiser();

 private:
  std::string_view source_;
  std::unique_ptr<ModuleContext> scratch_;
  std::string unique(std::string wanted);
  const std::string& used(const std::string& name);
  std::string declarations(bool external) const;
  std::string constant_expression(const ir::Constant& constant);

  std::vector<std::string_view> lines_;
  std::map<uint32_t, std::string> names_, constants_, builtins_, known_;
  std::map<std::vector<uint32_t>, std::string> keywords_;
  std::set<std::string> taken_, used_;              // in the program; in the unit
  std::vector<uint32_t> constant_order_;            // dependencies first
  uint32_t attribute_sites_ = 0, method_sites_ = 0, global_sites_ = 0, native_sites_ = 0;
};

}  // namespace portalis::emission

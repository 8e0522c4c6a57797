// What is written into the IR of places where inference has seen all that can come there.
#include "compiler/inference/program.hpp"

namespace portalis::inference {

// The claim of a type in a module, made at most once; no_index: the type is open.
uint32_t Program::claim(uint32_t module, const Type& t) {
  if (!complete_ || t.open) return ir::no_index;
  std::vector<ir::Claim>& claims = functions_[first_function_[module]].module->claims;
  uint32_t content = lattice_.has_content(t) ? lattice_.find(t.content) : unknown;
  auto [it, fresh] = claims_.try_emplace({module, t.kinds, t.id, content}, static_cast<uint32_t>(claims.size()));
  uint32_t index = it->second;
  if (!fresh) return index;
  claims.push_back({.kinds = t.kinds, .definitions = definitions(module, t)});
  if (content == unknown) return index;
  constexpr Kinds holding = ir::kind_list | ir::kind_tuple | ir::kind_dict | ir::kind_set | ir::kind_iterator;
  if (!(t.kinds & holding)) return index;
  const Content held = lattice_.content(t);          // a copy; contents may name themselves
  uint32_t element = claim(module, held.element), value = claim(module, held.value);
  std::vector<uint32_t> items;
  for (const Type& item : held.items) items.push_back(claim(module, item));
  claims[index].element = element;
  claims[index].value = value;
  if (held.one_length) claims[index].items = std::move(items);
  return index;
}

std::vector<ir::Definition> Program::definitions(uint32_t module, const Type& t) const {
  std::vector<ir::Definition> out;
  if (!(t.kinds & (ir::kind_function | ir::kind_class | ir::kind_instance)) || classes_change_ || codes_change_) return out;
  for (uint32_t id : ids_of(t)) {
    if (id >= functions_.size()) return {};
    const FunctionFacts& f = functions_[id];
    const ir::Code& code = f.fn->codes[0];
    out.push_back({f.module_index == module ? std::string() : f.module->file, code.qualname, code.first_line});
  }
  return out;
}

void Program::write_back() {
  for (FunctionFacts& f : functions_) {
    for (size_t t = 0; t < f.temporaries.size(); ++t) {
      f.fn->temporaries[t].expected = f.temporaries[t].kinds;
      f.fn->temporaries[t].claim = claim(f.module_index, f.temporaries[t]);
    }
    for (size_t v = 0; v < f.variables.size(); ++v) {
      f.fn->variables[v].expected = f.variables[v].kinds;
      f.fn->variables[v].claim = claim(f.module_index, f.variables[v]);
    }
    f.fn->returns = f.result.kinds;
    f.fn->returns_claim = claim(f.module_index, f.result);
  }
  for (const auto& [body, facts] : classes_)   // those of modules in C++ have no body
    if (body < functions_.size()) functions_[body].fn->instance_attributes = static_cast<uint32_t>(facts.attributes.size());
  for (current_ = 0; current_ < functions_.size(); ++current_) write_targets(facts().fn->body);
}

}  // namespace portalis::inference

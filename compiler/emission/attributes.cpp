// How many attributes the methods of a class store into `self`: the room its first instances get.
#include <set>

#include "compiler/emission/function_emitter.hpp"

namespace portalis::emission {

using ir::Op;
using ir::Operand;

static void stores_into_self(const ir::Block& body, uint32_t self, std::set<uint32_t>& names) {
  for (const ir::Statement& s : body) {
    const ir::Instruction& i = s.instruction;
    bool store = s.kind == ir::StatementKind::instruction && i.op == Op::set_attribute;
    if (store && i.operands[0].kind == Operand::variable && i.operands[0].index == self) names.insert(i.name);
    stores_into_self(s.a, self, names);
    stores_into_self(s.b, self, names);
    stores_into_self(s.c, self, names);
  }
}

static void methods_of(const ir::Module& module, const ir::Block& body, std::set<uint32_t>& names) {
  for (const ir::Statement& s : body) {
    if (s.kind == ir::StatementKind::instruction && s.instruction.op == Op::make_function) {
      const ir::Function& method = *module.functions[s.instruction.target];
      if (!method.parameters.empty()) stores_into_self(method.body, method.parameters[0], names);
    }
    methods_of(module, s.a, names);
    methods_of(module, s.b, names);
    methods_of(module, s.c, names);
  }
}

size_t FunctionEmitter::attributes_of_class(const ir::Function& class_body) const {
  std::set<uint32_t> names;
  methods_of(context_.module, class_body.body, names);
  return names.size();
}

}  // namespace portalis::emission

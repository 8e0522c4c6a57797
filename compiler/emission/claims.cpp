// What --verify-types needs in C++: the checks, and the table of a module's claims that they name.
#include "compiler/emission/claims.hpp"

#include <iterator>

#include "compiler/emission/function_emitter.hpp"
#include "compiler/emission/naming.hpp"
#include "compiler/ir/print.hpp"

namespace portalis::emission {
namespace {

std::string kinds_expression(ir::Kinds kinds) {
  static constexpr const char* names[] = {
#define PORTALIS_KIND(name, bit, text) "value_" #name,
#include "abi/kinds.def"
#undef PORTALIS_KIND
  };
  std::string out;
  for (size_t bit = 0; bit < std::size(names); ++bit) {
    if (kinds >> bit & 1) out += (out.empty() ? "" : " | ") + std::string(names[bit]);
  }
  return out.empty() ? "0" : out;
}

std::string claim_index(uint32_t claim) { return claim == ir::no_index ? "no_claim" : std::to_string(claim); }

}  // namespace

std::string claims_table(const ir::Module& module) {
  if (module.claims.empty()) return "";
  std::string arrays, rows;
  for (size_t n = 0; n < module.claims.size(); ++n) {
    const ir::Claim& claim = module.claims[n];
    std::string prefix = "claim_" + std::to_string(n), definitions, items;
    for (const ir::Definition& d : claim.definitions) {
      definitions += (definitions.empty() ? "" : ", ") + ("{" + string_literal(d.file.empty() ? module.file : d.file, 1000)) + ", " + string_literal(d.qualname, 1000) + ", " +
                     std::to_string(d.line) + "}";
    }
    for (uint32_t item : claim.items) items += (items.empty() ? "" : ", ") + claim_index(item);
    if (!definitions.empty()) arrays += "constexpr TypeDefinition " + prefix + "_definitions[] = {" + definitions + "};\n";
    if (!items.empty()) arrays += "constexpr uint32_t " + prefix + "_items[] = {" + items + "};\n";
    rows += "  {" + kinds_expression(claim.kinds) + ", " + (definitions.empty() ? "{}" : prefix + "_definitions") + ", " + claim_index(claim.element) + ", " +
            claim_index(claim.value) + ", " + (items.empty() ? "{}" : prefix + "_items") + "},\n";
  }
  return arrays + "const TypeClaim py_claims[] = {\n" + rows + "};\n";
}

void FunctionEmitter::verify_type(const ir::Instruction& i) {
  out_.line("verify_type(" + operand(i.operands[0]) + ", py_claims, " + std::to_string(i.target) + ", py_source, " + std::to_string(i.count) + ", " +
            string_literal(context_.module.names[i.name], 1000) + ");  // " + ir::print_claim(context_.module, i.target));
}

}  // namespace portalis::emission

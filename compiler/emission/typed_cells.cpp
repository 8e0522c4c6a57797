// Typed versions: variables that lie in cells, because closures share them. They are read like attributes, and stored only where
// something may be changed.
#include "compiler/emission/naming.hpp"
#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Storage;

// A region is handed the cells, a whole function finds them in its closure.
std::string TypedEmitter::cell(uint32_t variable) const {
  if (outputs_) return cell_identifier(variable_names_[variable]);
  return "closure_cell(py_self, " + std::to_string(function_.variables[variable].closure_index) + ")";
}

bool TypedEmitter::cell_instruction(const ir::Statement& s) {
  const Instruction& i = s.instruction;
  if (!ir::is_of_variable(i) || function_.variables[i.target].storage == Storage::local) return false;
  if (i.op == Op::load_variable) {
    borrowed_result(s, "typed::content(" + cell(i.target) + ")");
    return true;
  }
  if (i.op == Op::clear_variable || !may_change() || in_head()) return false;
  out_.line("store_cell(" + cell(i.target) + ", incref(" + as(i.operands[0], Rep::value) + "));");
  changed();
  computed_.clear();
  looked_up_.reset();
  return true;
}

}  // namespace portalis::emission

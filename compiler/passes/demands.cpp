// What is only ever used as a number is expected to be one.
//
// Containers mix what they hold: of `body = [position, velocity, mass]` inference knows that an item is a list or a float. Where
// all that happens to such a local or temporary is arithmetic that would raise TypeError for a list, the other kinds are
// dropped from what is expected of it. Like all that is expected this is a guess, and nothing but speed depends on it.
#include "compiler/passes/passes.hpp"

namespace portalis::passes {
namespace {

using namespace ir;

constexpr Kinds numbers = kind_bool | kind_int | kind_float;
// Kinds that have operators only among themselves, except a sequence or text times an int and a text before %.
constexpr Kinds no_numbers = kind_none | kind_str | kind_bytes | kind_list | kind_tuple | kind_dict | kind_set;

class Demands {
 public:
  Demands(const Module& module, Function& fn) : module_(module), fn_(fn), variables_(fn.variables.size()), temporaries_(fn.temporaries.size()) {}

  void run() {
    bool any = false;
    for (const Variable& v : fn_.variables) any |= v.storage == Storage::local && is_mixed(v.expected);
    for (const Temporary& t : fn_.temporaries) any |= is_mixed(t.expected);
    if (!any) return;
    look_at(fn_.body);
    for (size_t i = 0; i < variables_.size(); ++i) {
      if (fn_.variables[i].storage == Storage::local) narrow(fn_.variables[i].expected, variables_[i]);
    }
    for (size_t i = 0; i < temporaries_.size(); ++i) narrow(fn_.temporaries[i].expected, temporaries_[i]);
  }

 private:
  struct Uses {
    bool as_number = false, otherwise = false;
  };

  static bool is_mixed(Kinds k) { return (k & numbers) && (k & no_numbers) && !(k & ~(numbers | no_numbers)); }
  static void narrow(Kinds& expected, const Uses& uses) {
    if (is_mixed(expected) && uses.as_number && !uses.otherwise) expected &= numbers;
  }

  Kinds expected(const Operand& o) const {
    switch (o.kind) {
      case Operand::variable: return fn_.variables[o.index].expected;
      case Operand::temporary: return fn_.temporaries[o.index].expected;
      case Operand::constant: {
        Constant::Kind kind = module_.constants[o.index].kind;
        return kind == Constant::integer ? kind_int : kind == Constant::real ? kind_float : 0;
      }
      case Operand::none: return 0;
    }
    return 0;
  }

  // Would the operation raise TypeError if its operand `n` were no number?
  bool wants_number(const Instruction& i, size_t n) const {
    if (i.op == Op::negative || i.op == Op::positive || i.op == Op::invert) return true;
    if (!takes_numbers(i.op) || i.operands.size() != 2) return false;
    Kinds own = expected(i.operands[n]) & no_numbers, other = expected(i.operands[1 - n]);
    if (other == 0 || (other & ~(numbers | no_numbers))) return false;
    switch (i.op) {
      case Op::eq: case Op::ne: return false;
      case Op::multiply: case Op::inplace_multiply: return (other & (kind_int | kind_bool)) == 0;
      case Op::remainder: case Op::inplace_remainder: return n == 1 || !(own & (kind_str | kind_bytes));
      default: return (own & other) == 0;
    }
  }

  void use(const Operand& o, bool as_number) {
    if (o.kind != Operand::variable && o.kind != Operand::temporary) return;
    Uses& uses = o.kind == Operand::variable ? variables_[o.index] : temporaries_[o.index];
    (as_number ? uses.as_number : uses.otherwise) = true;
  }

  void look_at(const Block& b) {
    for (const Statement& s : b) {
      bool instruction = s.kind == StatementKind::instruction;
      for (size_t n = 0; n < s.instruction.operands.size(); ++n) use(s.instruction.operands[n], instruction && wants_number(s.instruction, n));
      if (!instruction) {
        use(s.condition, false);
      } else if (s.instruction.op == Op::load_variable) {
        variables_[s.instruction.target].otherwise = true;
      } else {
        for (uint32_t v : s.instruction.op == Op::load_locals ? s.instruction.list : std::vector<uint32_t>()) variables_[v].otherwise = true;
      }
      look_at(s.a);
      look_at(s.b);
      look_at(s.c);
    }
  }

  const Module& module_;
  Function& fn_;
  std::vector<Uses> variables_, temporaries_;
};

}  // namespace

void narrow_to_numbers(Module& module) {
  for (auto& fn : module.functions) Demands(module, *fn).run();
}

}  // namespace portalis::passes

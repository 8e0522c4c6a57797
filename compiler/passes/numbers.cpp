// Which temporaries and locals are held as numbers.
//
// Python does not say what is a float, so this guesses, and a Number is right whatever the guess: what inference expects,
// float literals, true division and calls of float() or the like in math suggest a float, arithmetic with a likely float
// does too. The guess is spread until nothing changes. Then
//   - a local becomes a number when everything stored into it is a likely float or a numeric literal, every read of it
//     is direct (so it is certainly bound), and it is read by arithmetic at least as often as by anything else;
//   - a temporary becomes a number when arithmetic makes it, it is a likely float, and only arithmetic reads it.
// Other reads of such a local get the value from Op::box.
#include <string_view>

#include "compiler/passes/passes.hpp"

namespace portalis::passes {
namespace {

using namespace ir;

bool is_arithmetic(Op op) { return takes_numbers(op) && op_result(op) == Rep::value && op != Op::box && (op < Op::lt || op > Op::ge); }

class Numbers {
 public:
  Numbers(Module& module, Function& fn)
      : module_(module), fn_(fn), temps_(fn.temporaries.size()), variables_(fn.variables.size()) {}

  void run() {
    bool plain = fn_.kind == FunctionKind::function || fn_.kind == FunctionKind::lambda;
    for (Variable& v : fn_.variables) {
      VariableFacts& facts = at(v);
      facts.likely = v.expected == kind_float;
      facts.excluded = v.storage != Storage::local || (v.parameter != no_index && !(plain && facts.likely));
      any_ |= facts.likely;
    }
    for (size_t t = 0; t < temps_.size(); ++t) {
      temps_[t].likely = fn_.temporaries[t].expected == kind_float;
      any_ |= temps_[t].likely;
    }
    do {
      changed_ = false;
      spread(fn_.body);
    } while (changed_);
    if (!any_) return;
    count(fn_.body);
    bool chosen = false;
    for (size_t i = 0; i < variables_.size(); ++i) {
      VariableFacts& v = variables_[i];
      if (v.excluded || !v.likely || v.other_stores || !v.arithmetic_reads || v.other_reads > v.arithmetic_reads) continue;
      if (fn_.variables[i].parameter != no_index && v.arithmetic_reads < 2) continue;
      fn_.variables[i].rep = Rep::number;
      chosen = true;
    }
    choose_temporaries(fn_.body);
    if (chosen) rewrite(fn_.body);
  }

 private:
  struct TempFacts {
    bool likely = false, arithmetic = false, other_use = false;
  };
  struct VariableFacts {
    bool likely = false, excluded = false, other_stores = false;
    uint32_t arithmetic_reads = 0, other_reads = 0;
  };

  VariableFacts& at(const Variable& v) { return variables_[&v - fn_.variables.data()]; }

  bool is_likely(const Operand& o) const {
    switch (o.kind) {
      case Operand::temporary: return temps_[o.index].likely;
      case Operand::variable: return variables_[o.index].likely;
      case Operand::constant: return module_.constants[o.index].kind == Constant::real;
      case Operand::none: return false;
    }
    return false;
  }

  bool is_text(const Operand& o) const {
    return o.kind == Operand::constant && (module_.constants[o.index].kind == Constant::string ||
                                           module_.constants[o.index].kind == Constant::bytes);
  }

  bool is_numeric_literal(const Operand& o) const {
    if (o.kind != Operand::constant) return false;
    auto kind = module_.constants[o.index].kind;
    return kind == Constant::real || kind == Constant::integer;
  }

  bool gives_float(const Instruction& x) const {
    if (x.name == no_index) return false;
    std::string_view name = module_.names[x.name];
    if (x.op == Op::call_builtin) {
      return name == "float" || (name == "abs" && !x.operands.empty() && is_likely(x.operands[0]));
    }
    if (x.op != Op::call_method) return false;
    for (std::string_view known : {"sqrt", "sin", "cos", "tan", "exp", "log", "atan2", "hypot", "uniform", "perf_counter"}) {
      if (name == known) return true;
    }
    return false;
  }

  void mark(bool& fact) {
    if (fact) return;
    fact = changed_ = any_ = true;
  }

  void spread(const Block& b) {
    for (const Statement& s : b) {
      if (s.kind == StatementKind::instruction) spread(s.instruction);
      spread(s.a);
      spread(s.b);
      spread(s.c);
    }
  }

  void spread(const Instruction& x) {
    if (x.op == Op::store_variable) {
      if (is_likely(x.operands[0])) mark(variables_[x.target].likely);
      return;
    }
    if (x.result == no_index) return;
    bool likely = gives_float(x);
    if (is_arithmetic(x.op)) {
      bool text = false;
      for (const Operand& o : x.operands) {
        likely |= is_likely(o);
        text |= is_text(o);
      }
      likely |= x.op == Op::true_divide || x.op == Op::inplace_true_divide;
      likely &= !text;
      temps_[x.result].arithmetic = true;
    } else if (x.op == Op::copy) {
      likely |= is_likely(x.operands[0]);
    }
    if (likely) mark(temps_[x.result].likely);
  }

  void read(const Operand& o, bool arithmetic) {
    if (o.kind == Operand::temporary && !arithmetic) temps_[o.index].other_use = true;
    if (o.kind == Operand::variable) ++(arithmetic ? variables_[o.index].arithmetic_reads : variables_[o.index].other_reads);
  }

  void count(const Block& b) {
    for (const Statement& s : b) {
      if (s.kind == StatementKind::instruction) {
        count(s.instruction);
      } else {
        read(s.condition, false);
        for (const Operand& o : s.instruction.operands) read(o, false);
      }
      count(s.a);
      count(s.b);
      count(s.c);
    }
  }

  void count(const Instruction& x) {
    bool arithmetic = takes_numbers(x.op) && x.op != Op::store_variable;
    for (const Operand& o : x.operands) {
      // Whether a store counts is decided in choose_temporaries(), when the variables are known.
      if (x.op != Op::store_variable || o.kind == Operand::variable) read(o, arithmetic);
    }
    switch (x.op) {
      case Op::store_variable:
        if (!is_likely(x.operands[0]) && !is_numeric_literal(x.operands[0])) variables_[x.target].other_stores = true;
        return;
      case Op::load_variable:
      case Op::delete_variable:
      case Op::clear_variable:
      case Op::new_cell: variables_[x.target].excluded = true; return;
      case Op::load_locals:
        for (uint32_t v : x.list) variables_[v].excluded = true;
        return;
      default: return;
    }
  }

  void stored_values(const Block& b) {
    for (const Statement& s : b) {
      if (s.kind == StatementKind::instruction && s.instruction.op == Op::store_variable) {
        const Operand& o = s.instruction.operands[0];
        if (o.kind == Operand::temporary && fn_.variables[s.instruction.target].rep != Rep::number) {
          temps_[o.index].other_use = true;
        }
      }
      stored_values(s.a);
      stored_values(s.b);
      stored_values(s.c);
    }
  }

  void choose_temporaries(const Block& body) {
    stored_values(body);
    for (size_t t = 0; t < temps_.size(); ++t) {
      const TempFacts& facts = temps_[t];
      Temporary& temporary = fn_.temporaries[t];
      if (facts.likely && facts.arithmetic && !facts.other_use && !temporary.declared) temporary.rep = Rep::number;
    }
  }

  bool is_number(const Operand& o) const {
    return o.kind == Operand::variable && fn_.variables[o.index].rep == Rep::number;
  }

  // Replaces a read of a number where a value is wanted by a box in front of statement `out`.
  void box(Operand& o, Block& out) {
    if (!is_number(o)) return;
    Statement s;
    s.instruction.op = Op::box;
    s.instruction.operands = {o};
    s.instruction.result = static_cast<uint32_t>(fn_.temporaries.size());
    fn_.temporaries.push_back({Rep::value, false});
    o = {Operand::temporary, s.instruction.result};
    out.push_back(std::move(s));
  }

  void rewrite(Block& b) {
    Block out;
    out.reserve(b.size());
    for (Statement& s : b) {
      if (s.kind == StatementKind::instruction) {
        Instruction& x = s.instruction;
        bool takes = takes_numbers(x.op) && (x.op != Op::store_variable || fn_.variables[x.target].rep == Rep::number);
        if (!takes) {
          for (Operand& o : x.operands) box(o, out);
        }
      } else {
        box(s.condition, out);
        for (Operand& o : s.instruction.operands) box(o, out);
      }
      rewrite(s.a);
      rewrite(s.b);
      rewrite(s.c);
      out.push_back(std::move(s));
    }
    b = std::move(out);
  }

  Module& module_;
  Function& fn_;
  std::vector<TempFacts> temps_;
  std::vector<VariableFacts> variables_;
  bool changed_ = false, any_ = false;
};

}  // namespace

void choose_numbers(Module& module) {
  for (auto& fn : module.functions) Numbers(module, *fn).run();
}

}  // namespace portalis::passes

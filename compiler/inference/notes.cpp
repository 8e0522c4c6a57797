// Reads the types off the IR, instruction by instruction.
#include "compiler/inference/notes.hpp"

#include "compiler/ir/print.hpp"

namespace portalis::inference {
namespace {

using namespace ir;

std::string kinds_text(Kinds kinds) {
  static constexpr const char* names[] = {
#define PORTALIS_KIND(name, bit, text) text,
#include "abi/kinds.def"
#undef PORTALIS_KIND
  };
  if (kinds == 0) return "dynamic";
  std::string out;
  for (size_t bit = 0; bit < std::size(names); ++bit) {
    if (kinds >> bit & 1) out += (out.empty() ? "" : " | ") + std::string(names[bit]);
  }
  return out;
}

class Collector {
 public:
  Collector(const Module& module, Notes& out) : module_(module), out_(out) {
    for (const auto& fn : module.functions) {
      fn_ = fn.get();
      line_ = fn->codes[0].first_line;
      if (fn->kind == FunctionKind::function || fn->kind == FunctionKind::lambda) {
        std::string signature;
        for (uint32_t p : fn->parameters) note_open(fn->variables[p].expected, "'" + fn->variables[p].name + "' takes whatever callers outside the program give");
        for (uint32_t p : fn->parameters) signature += (signature.empty() ? "" : ", ") + fn->variables[p].name + ": " + text(fn->variables[p]);
        note(fn->codes[0].name + "(" + signature + ") -> " + text(fn->returns, fn->returns_claim));
      }
      block(fn->body);
    }
  }

 private:
  void note(std::string text) {
    auto& notes = out_[line_].types;
    for (const std::string& n : notes) {
      if (n == text) return;
    }
    notes.push_back(std::move(text));
  }
  void note_open(Kinds kinds, const std::string& why) {
    if (kinds == 0) out_[line_].open.insert(why);
  }

  Kinds expected(const Operand& o) const {
    if (o.kind == Operand::temporary) return fn_->temporaries[o.index].expected;
    if (o.kind == Operand::variable) return fn_->variables[o.index].expected;
    if (o.kind != Operand::constant) return 0;
    switch (module_.constants[o.index].kind) {
      case Constant::none: return kind_none;
      case Constant::true_:
      case Constant::false_: return kind_bool;
      case Constant::integer: return kind_int;
      case Constant::real: return kind_float;
      case Constant::string: return kind_str;
      case Constant::bytes: return kind_bytes;
      case Constant::tuple: return kind_tuple;
      default: return kind_other;
    }
  }

  void block(const Block& b) {
    for (const Statement& s : b) {
      if (s.kind == StatementKind::line) line_ = s.label;
      uint32_t here = line_;
      if (s.kind == StatementKind::instruction) instruction(s.instruction);
      block(s.a);
      block(s.b);
      block(s.c);
      line_ = here;
    }
  }

  // A class body reads __name__ whether the program says so or not.
  bool is_own(const Instruction& x) const { return x.op == Op::load_global && module_.names[x.name].starts_with("__"); }

  // With claims (--verify-types) all that is claimed, and a mark where there may be more.
  std::string text(Kinds kinds, uint32_t claim) const {
    if (module_.claims.empty() || kinds == 0) return kinds_text(kinds);
    return claim == no_index ? kinds_text(kinds) + "?" : print_claim(module_, claim);
  }
  std::string text(const Variable& v) const { return text(v.expected, v.claim); }
  std::string text(const Operand& o) const {
    uint32_t claim = o.kind == Operand::temporary ? fn_->temporaries[o.index].claim : o.kind == Operand::variable ? fn_->variables[o.index].claim : no_index;
    return o.kind == Operand::constant ? kinds_text(expected(o)) : text(expected(o), claim);
  }

  // Conditions and the steps of loops have no kinds; everything else that gives a value counts.
  void count(const Instruction& x) {
    if (x.result == no_index || x.op == Op::declare || x.op == Op::next || op_result(x.op) != Rep::value || is_own(x)) return;
    LineNotes& line = out_[line_];
    ++(fn_->temporaries[x.result].expected ? line.known : line.unknown);
  }

  void instruction(const Instruction& x) {
    count(x);
    Kinds result = x.result == no_index ? 0 : fn_->temporaries[x.result].expected;
    switch (x.op) {
      case Op::store_variable: {
        const Variable& v = fn_->variables[x.target];
        bool open_here = expected(x.operands[0]) == 0;
        note(v.name + ": " + (open_here ? kinds_text(0) : text(v)) + (v.rep == Rep::number ? " (held as a number)" : ""));
        return;
      }
      case Op::store_global:
      case Op::store_name:
        if (!module_.names[x.name].starts_with("__")) note(module_.names[x.name] + ": " + text(x.operands[0]));
        return;
      case Op::set_attribute: note("." + module_.names[x.name] + ": " + text(x.operands[1])); return;
      case Op::call_method:
      case Op::call_builtin:
        if (x.result != no_index) note(module_.names[x.name] + "() -> " + text(result, fn_->temporaries[x.result].claim));
        if (x.op == Op::call_method && expected(x.operands[0]) == 0) note_open(0, "the object whose " + module_.names[x.name] + "() is called may be anything");
        return;
      case Op::get_attribute: note_open(result, "nothing is known of the attribute '" + module_.names[x.name] + "'"); return;
      case Op::get_item: note_open(result, "the container may hold anything"); return;
      case Op::load_global:
        if (!is_own(x)) note_open(result, "nothing is known of the global '" + module_.names[x.name] + "'");
        return;
      case Op::call: note_open(result, "the callee is not known"); return;
      default: return;
    }
  }

  const Module& module_;
  Notes& out_;
  const Function* fn_ = nullptr;
  uint32_t line_ = 1;
};

}  // namespace

Notes collect_notes(const Module& module) {
  Notes out;
  Collector(module, out);
  return out;
}

}  // namespace portalis::inference

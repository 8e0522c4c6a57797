// Checks of what inference found, for --verify-types.
//
// After each instruction that defines a value, and where a function or a loop is given one, stands an Op::verify_type with
// what inference claims of it, if it does. The values are those of the general form of
// the program: typed code (compiler/emission/typed*) cannot be written for the check, and what is held unboxed
// (numbers.cpp) is not looked for. Instructions that emission would write together with the next are written apart when
// something between looks at what the first one gave.
#include <utility>

#include "compiler/passes/passes.hpp"

namespace portalis::passes {
namespace {

using namespace ir;

class TypeVerification {
 public:
  TypeVerification(Module& module, Function& fn) : module_(module), fn_(fn) {}

  void run() {
    line_ = fn_.codes[0].first_line;
    block(fn_.body);
    Block checks;
    for (uint32_t p : fn_.parameters) {
      const Variable& v = fn_.variables[p];
      if (v.storage == Storage::local) check(checks, {Operand::variable, p}, v.claim, v.name);
    }
    fn_.body.insert(fn_.body.begin(), std::make_move_iterator(checks.begin()), std::make_move_iterator(checks.end()));
  }

 private:
  uint32_t name(const std::string& text) {
    for (uint32_t n = 0; n < module_.names.size(); ++n) {
      if (module_.names[n] == text) return n;
    }
    module_.names.push_back(text);
    return static_cast<uint32_t>(module_.names.size() - 1);
  }

  void check(Block& out, const Operand& value, uint32_t claim, const std::string& what) {
    if (claim == no_index) return;
    Statement s;
    s.instruction.op = Op::verify_type;
    s.instruction.operands = {value};
    s.instruction.name = name(what);
    s.instruction.target = claim;
    s.instruction.count = line_;
    out.push_back(std::move(s));
  }

  void check_temporary(Block& out, uint32_t t, const std::string& what) {
    const Temporary& held = fn_.temporaries[t];
    if (held.expected != 0 && held.rep == Rep::value) check(out, {Operand::temporary, t}, held.claim, what);
  }

  // The value a loop or handler begins with.
  void check_first(Block& b, uint32_t t, const std::string& what) {
    Block checks;
    check_temporary(checks, t, what);
    b.insert(b.begin(), std::make_move_iterator(checks.begin()), std::make_move_iterator(checks.end()));
  }

  void after(Block& out, const Instruction& x) {
    switch (x.op) {
      case Op::declare:
      case Op::find_method:                // gives no value
      case Op::iter:                       // the loop's elements are looked at instead
      case Op::make_slice: return;
      case Op::raise:
      case Op::reraise:
      case Op::reraise_caught:
      case Op::raise_assertion: return;
      case Op::store_variable: {
        const Variable& v = fn_.variables[x.target];
        if (v.storage == Storage::local) check(out, {Operand::variable, x.target}, v.claim, v.name);
        return;
      }
      default: break;
    }
    uint32_t count = x.op == Op::copy ? 1 : result_count(x);
    if (x.result == no_index) return;
    std::string what = op_name(x.op);
    if (x.name != no_index) what += " " + module_.names[x.name];
    else if (x.op == Op::load_variable) what = fn_.variables[x.target].name;
    for (uint32_t n = 0; n < count; ++n) check_temporary(out, x.result + n, what);
  }

  void block(Block& b) {
    Block out;
    out.reserve(b.size());
    for (Statement& s : b) {
      uint32_t around = line_;
      if (s.kind == StatementKind::line) line_ = s.label;
      block(s.a);
      block(s.b);
      block(s.c);
      if (s.kind == StatementKind::for_each || s.kind == StatementKind::for_range) check_first(s.b, s.target, "the next element");
      if (s.kind == StatementKind::try_ && s.target != no_index) check_first(s.b, s.target, "the caught exception");
      bool gives = s.kind == StatementKind::return_ && s.condition.kind != Operand::none &&
                   (fn_.kind == FunctionKind::function || fn_.kind == FunctionKind::lambda);
      if (gives) check(out, s.condition, fn_.returns_claim, "the result");
      out.push_back(std::move(s));
      if (out.back().kind == StatementKind::instruction) {
        const Instruction x = out.back().instruction;
        after(out, x);
      }
      line_ = around;
    }
    b = std::move(out);
  }

  Module& module_;
  Function& fn_;
  uint32_t line_ = 1;
};

}  // namespace

void verify_types(Module& module) {
  for (auto& fn : module.functions) TypeVerification(module, *fn).run();
}

}  // namespace portalis::passes

// The verifier of the IR.
#include "compiler/ir/verify.hpp"

#include <algorithm>

namespace portalis::ir {
namespace {

struct Arity {
  uint32_t least, most;
};
constexpr uint32_t any = UINT32_MAX;

Arity arity(Op op) {
  switch (op) {
    case Op::declare:
    case Op::load_variable:
    case Op::delete_variable:
    case Op::clear_variable:
    case Op::new_cell:
    case Op::load_cell:
    case Op::load_global:
    case Op::delete_global:
    case Op::load_builtin:
    case Op::load_name:
    case Op::load_name_or_variable:
    case Op::delete_name:
    case Op::load_locals:
    case Op::load_globals:
    case Op::import_module:
    case Op::raise_empty:
    case Op::reraise: return {0, 0};
    case Op::copy:
    case Op::store_variable:
    case Op::store_global:
    case Op::store_name:
    case Op::box:
    case Op::negative:
    case Op::positive:
    case Op::invert:
    case Op::truth:
    case Op::not_:
    case Op::from_boolean:
    case Op::is_undefined:
    case Op::get_attribute:
    case Op::delete_attribute:
    case Op::find_method:
    case Op::super_:
    case Op::list_to_tuple:
    case Op::unpack:
    case Op::unpack_star:
    case Op::iter:
    case Op::next:
    case Op::aiter:
    case Op::anext:
    case Op::import_from:
    case Op::import_star:
    case Op::store_annotation:
    case Op::verify_type:
    case Op::reraise_caught:
    case Op::group_begin:
    case Op::group_end:
    case Op::raise_assertion:
    case Op::with_enter:
    case Op::trace_return:
    case Op::profiled_callee:
    case Op::with_exit:
    case Op::async_with_enter:
    case Op::async_with_exit:
    case Op::yield:
    case Op::yield_from:
    case Op::await:
    case Op::async_yield:
    case Op::match_is_sequence:
    case Op::match_is_mapping:
    case Op::length_at_least:
    case Op::length_equals: return {1, 1};
    case Op::set_item:
    case Op::sum_step:
    case Op::make_slice:
    case Op::call_unpacked:
    case Op::dict_store:
    case Op::dict_merge:
    case Op::make_function: return {3, 3};
    case Op::call:
    case Op::call_method: return {1, any};
    case Op::call_builtin:
    case Op::make_tuple:
    case Op::make_list:
    case Op::make_set:
    case Op::make_dict:
    case Op::join_strings: return {0, any};
    default: return {2, 2};
  }
}

class Verifier {
 public:
  explicit Verifier(const Module& module) : module_(module) {}

  std::vector<std::string> run() {
    auto is_claim = [&](uint32_t n) { return n == no_index || n < module_.claims.size(); };
    for (const Claim& c : module_.claims) {
      bool good = is_claim(c.element) && is_claim(c.value) && std::all_of(c.items.begin(), c.items.end(), is_claim);
      if (!good) problem("a claim holds one out of range");
    }
    for (size_t i = 0; i < module_.functions.size(); ++i) function(i);
    for (const Constant& c : module_.constants) {
      for (uint32_t item : c.items) {
        if (item >= module_.constants.size()) problem("a constant holds item " + std::to_string(item) + " out of range");
      }
    }
    return std::move(problems_);
  }

 private:
  void problem(const std::string& text) { problems_.push_back(where_ + text); }

  void function(size_t index) {
    fn_ = module_.functions[index].get();
    where_ = "f" + std::to_string(index) + " " + fn_->symbol + ": ";
    visible_.assign(fn_->temporaries.size(), false);
    defined_.assign(fn_->temporaries.size(), false);
    scope_.clear();
    loops_.clear();
    code_ = 0;
    if (fn_->codes.empty()) return problem("no code");
    if (fn_->doc != no_index && fn_->doc >= module_.constants.size()) problem("docstring out of range");
    for (uint32_t i = 0; i < fn_->parameters.size(); ++i) {
      uint32_t v = fn_->parameters[i];
      if (v >= fn_->variables.size()) return problem("parameter out of range");
      if (fn_->variables[v].parameter != i) problem("parameter " + fn_->variables[v].name + " does not know its index");
    }
    uint32_t wanted = fn_->positional + fn_->keyword_only + fn_->has_varargs + fn_->has_varkeywords;
    if (fn_->parameters.size() != wanted) problem("parameter counts disagree");
    for (uint32_t i = 0; i < fn_->free_variables.size(); ++i) {
      uint32_t v = fn_->free_variables[i];
      if (v >= fn_->variables.size()) return problem("free variable out of range");
      if (fn_->variables[v].storage != Storage::free || fn_->variables[v].closure_index != i) {
        problem("free variable " + fn_->variables[v].name + " does not know its place in the closure");
      }
    }
    block(fn_->body);
  }

  void block(const Block& b) {
    size_t mark = scope_.size();
    statements(b);
    leave(mark);
  }

  void statements(const Block& b) {
    for (const Statement& s : b) statement(s);
  }

  void leave(size_t mark) {
    while (scope_.size() > mark) {
      visible_[scope_.back()] = false;
      scope_.pop_back();
    }
  }

  void define(uint32_t t) {
    if (t >= fn_->temporaries.size()) return problem("t" + std::to_string(t) + " out of range");
    if (defined_[t]) problem("t" + std::to_string(t) + " has a second definition");
    defined_[t] = true;
    visible_[t] = true;
    scope_.push_back(t);
  }

  void use(const Operand& o) {
    switch (o.kind) {
      case Operand::none: break;
      case Operand::temporary:
        if (o.index >= fn_->temporaries.size()) {
          problem("t" + std::to_string(o.index) + " out of range");
        } else if (!visible_[o.index]) {
          problem("t" + std::to_string(o.index) + (defined_[o.index] ? " is used outside its block" : " is used before it is defined"));
        }
        break;
      case Operand::constant:
        if (o.index >= module_.constants.size()) problem("constant " + std::to_string(o.index) + " out of range");
        break;
      case Operand::variable:
        if (o.index >= fn_->variables.size()) {
          problem("variable " + std::to_string(o.index) + " out of range");
        } else if (fn_->variables[o.index].storage != Storage::local) {
          problem("variable " + fn_->variables[o.index].name + " is a cell and cannot be an operand");
        }
        break;
    }
  }

  void expect(const Operand& o, Rep rep, const char* what) {
    if (o.kind == Operand::temporary && o.index < fn_->temporaries.size() && fn_->temporaries[o.index].rep != rep) {
      problem(std::string(what) + " takes a " + rep_name(rep) + ", t" + std::to_string(o.index) + " is a " +
              rep_name(fn_->temporaries[o.index].rep));
    }
  }

  bool is_number(const Operand& o) const {
    if (o.kind == Operand::temporary) {
      return o.index < fn_->temporaries.size() && fn_->temporaries[o.index].rep == Rep::number;
    }
    return o.kind == Operand::variable && o.index < fn_->variables.size() && fn_->variables[o.index].rep == Rep::number;
  }

  void condition(const Operand& o, const char* what) {
    use(o);
    if (o.kind == Operand::none || o.kind == Operand::variable) problem(std::string(what) + " without a condition");
    expect(o, Rep::boolean, what);
  }

  void position(uint32_t p, const std::string& what) {
    if (p >= fn_->codes[code_].positions.size()) problem(what + ": position out of range");
  }

  bool has_variable(const Instruction& x) {
    switch (x.op) {
      case Op::load_variable:
      case Op::store_variable:
      case Op::delete_variable:
      case Op::clear_variable:
      case Op::new_cell:
      case Op::load_cell:
      case Op::load_name_or_variable: return true;
      case Op::super_: return x.target != no_index;   // none in a function outside of classes
      default: return false;
    }
  }

  bool has_name(const Instruction& x) {
    switch (x.op) {
      case Op::load_global:
      case Op::store_global:
      case Op::delete_global:
      case Op::load_builtin:
      case Op::load_name:
      case Op::load_name_or_variable:
      case Op::store_name:
      case Op::delete_name:
      case Op::get_attribute:
      case Op::set_attribute:
      case Op::delete_attribute:
      case Op::find_method:
      case Op::call_method:
      case Op::call_builtin:
      case Op::build_class:
      case Op::import_module:
      case Op::import_from:
      case Op::store_annotation:
      case Op::raise_empty:
      case Op::make_type_variable:
      case Op::make_type_alias: return true;
      default: return false;
    }
  }

  void captures(const Instruction& x) {
    if (x.target >= module_.functions.size()) return problem(std::string(op_name(x.op)) + ": function out of range");
    const Function& inner = *module_.functions[x.target];
    if (x.list.size() != inner.free_variables.size()) {
      problem(std::string(op_name(x.op)) + " of " + inner.symbol + " captures " + std::to_string(x.list.size()) +
              " variables, wanted " + std::to_string(inner.free_variables.size()));
    }
    for (uint32_t v : x.list) {
      if (v >= fn_->variables.size()) {
        problem(std::string(op_name(x.op)) + ": captured variable out of range");
      } else if (fn_->variables[v].storage == Storage::local) {
        problem(std::string(op_name(x.op)) + ": captured variable " + fn_->variables[v].name + " is no cell");
      }
    }
  }

  void instruction(const Instruction& x) {
    std::string what = op_name(x.op);
    for (const Operand& o : x.operands) {
      use(o);
      if (is_number(o) && !takes_numbers(x.op)) problem(what + " takes no numbers");
    }
    if (x.op == Op::store_variable && x.target < fn_->variables.size() && !x.operands.empty() && is_number(x.operands[0]) &&
        fn_->variables[x.target].rep != Rep::number) {
      problem("store of a number into a variable that holds values");
    }
    Arity n = arity(x.op);
    if (x.operands.size() < n.least || x.operands.size() > n.most) {
      problem(what + " has " + std::to_string(x.operands.size()) + " operands");
      return;
    }
    if (op_raises(x.op)) position(x.position, what);
    if (has_name(x) && x.name >= module_.names.size()) problem(what + ": name out of range");
    if (has_variable(x) && x.target >= fn_->variables.size()) problem(what + ": variable out of range");
    switch (x.op) {
      case Op::not_:
      case Op::from_boolean: expect(x.operands[0], Rep::boolean, what.c_str()); break;
      case Op::make_function:
      case Op::build_class: captures(x); break;
      case Op::verify_type:
        if (x.target >= module_.claims.size()) problem(what + ": claim out of range");
        break;
      case Op::call:
      case Op::call_method:
        if (x.op == Op::call_method && x.count) use({Operand::temporary, x.count - 1});
        if (x.target != no_index && x.target >= module_.functions.size()) problem(what + ": function out of range");
        [[fallthrough]];
      case Op::call_builtin: {
        size_t fixed = x.op == Op::call_builtin ? 0 : 1;
        if (x.list.size() + fixed > x.operands.size()) problem(what + ": more keywords than operands");
        for (uint32_t n : x.list) {
          if (n >= module_.names.size()) problem(what + ": keyword name out of range");
        }
        break;
      }
      case Op::make_dict:
        if (x.operands.size() % 2) problem("make_dict with an odd number of operands");
        break;
      case Op::new_cell:
      case Op::load_cell:
        if (x.target < fn_->variables.size() && fn_->variables[x.target].storage == Storage::local) {
          problem(what + " of a variable that is no cell");
        }
        break;
      default: break;
    }
    result(x, what);
  }

  void result(const Instruction& x, const std::string& what) {
    if (x.op == Op::copy) {
      if (x.result >= fn_->temporaries.size() || !fn_->temporaries[x.result].declared) {
        problem("copy into a temporary that is not declared");
      } else if (!visible_[x.result]) {
        problem("copy into t" + std::to_string(x.result) + " outside the block that declares it");
      } else if (x.operands[0].kind == Operand::temporary) {
        expect(x.operands[0], fn_->temporaries[x.result].rep, "copy");
      }
      return;
    }
    uint32_t count = result_count(x);
    if (op_result(x.op) == Rep::none && x.op != Op::declare && x.op != Op::unpack && x.op != Op::unpack_star) {
      if (count) problem(what + " has no result");
      return;
    }
    for (uint32_t i = 0; i < count; ++i) {
      define(x.result + i);
      if (x.result + i >= fn_->temporaries.size()) return;
      if (fn_->temporaries[x.result + i].declared != (x.op == Op::declare)) {
        problem(what + " defines t" + std::to_string(x.result + i) + ", which `copy` should");
      }
    }
  }

  void loop(const Statement& s, const Block& body) {
    loops_.push_back(s.label);
    statements(body);
    loops_.pop_back();
  }

  void statement(const Statement& s) {
    switch (s.kind) {
      case StatementKind::line: return block(s.a);
      case StatementKind::instruction: return instruction(s.instruction);
      case StatementKind::if_:
        condition(s.condition, "if");
        block(s.a);
        return block(s.b);
      case StatementKind::while_: {
        size_t mark = scope_.size();
        statements(s.a);
        condition(s.condition, "while");
        leave(mark);
        loop(s, s.b);
        leave(mark);
        return block(s.c);
      }
      case StatementKind::for_each:
      case StatementKind::for_range: {
        if (s.kind == StatementKind::for_each) {
          use(s.condition);
          expect(s.condition, Rep::value, "for");
        } else {
          for (const Operand& o : s.instruction.operands) use(o);
          if (s.instruction.operands.size() != 3) problem("range loop without its three numbers");
        }
        position(s.instruction.position, "for");
        size_t mark = scope_.size();
        define(s.target);
        loop(s, s.b);
        leave(mark);
        return block(s.c);
      }
      case StatementKind::break_:
      case StatementKind::continue_:
        for (uint32_t label : loops_) {
          if (label == s.label) return;
        }
        return problem("break or continue of loop" + std::to_string(s.label) + " outside of it");
      case StatementKind::try_: {
        block(s.a);
        size_t mark = scope_.size();
        define(s.target);
        statements(s.b);
        leave(mark);
        return block(s.c);
      }
      case StatementKind::finally_:
        block(s.a);
        return block(s.b);
      case StatementKind::inline_frame: {
        if (s.label >= fn_->codes.size()) return problem("frame without code");
        position(s.instruction.position, "frame");
        uint32_t outer = code_;
        code_ = s.label;
        block(s.a);
        code_ = outer;
        return;
      }
      case StatementKind::return_:
        use(s.condition);
        if (s.condition.kind == Operand::none) problem("return without a value");
        if (is_number(s.condition)) problem("return takes no numbers");
        return expect(s.condition, Rep::value, "return");
    }
  }

  const Module& module_;
  const Function* fn_ = nullptr;
  std::string where_;
  std::vector<std::string> problems_;
  std::vector<bool> visible_, defined_;
  std::vector<uint32_t> scope_;
  std::vector<uint32_t> loops_;
  uint32_t code_ = 0;
};

}  // namespace

std::vector<std::string> verify(const Module& module) { return Verifier(module).run(); }

}  // namespace portalis::ir

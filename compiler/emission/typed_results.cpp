// Typed versions: tuples that nobody keeps. Where each return makes a tuple of as many items, the typed version returns the items
// (typed::Several), and whoever unpacks them at once never sees a tuple.
#include <algorithm>

#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Rep;
using ir::Statement;
using ir::StatementKind;

static const char* const members[] = {"first", "second", "third", "fourth"};
constexpr size_t fewest_items = 2, most_items = std::size(members);

ir::Kinds constant_kinds(const ir::Constant& c) {
  switch (c.kind) {
    case ir::Constant::integer: return c.text.size() < 18 ? ir::kind_int : ir::kind_other;
    case ir::Constant::real: return ir::kind_float;
    case ir::Constant::true_:
    case ir::Constant::false_: return ir::kind_bool;
    default: return ir::kind_other;
  }
}

ir::Kinds operand_kinds(const ir::Module& module, const ir::Function& f, const Operand& o) {
  switch (o.kind) {
    case Operand::temporary: return f.temporaries[o.index].rep == Rep::boolean ? ir::Kinds{ir::kind_bool} : f.temporaries[o.index].expected;
    case Operand::variable: return f.variables[o.index].expected;
    case Operand::constant: return constant_kinds(module.constants[o.index]);
    case Operand::none: break;
  }
  return 0;
}

namespace {

class ReturnedItems {
 public:
  ReturnedItems(const ir::Module& module, const ir::Function& f) : module_(module), f_(f) {
    visit(f.body);
    if (!same_) items_.clear();
  }
  std::vector<Rep> take() { return std::move(items_); }

 private:
  void add(const Instruction& tuple) {
    if (!items_.empty() && items_.size() != tuple.operands.size()) same_ = false;
    if (items_.empty()) items_.assign(tuple.operands.size(), Rep::none);
    for (size_t n = 0; n < items_.size() && same_; ++n) {
      Rep item = typed_rep(operand_kinds(module_, f_, tuple.operands[n]));
      items_[n] = items_[n] == Rep::none || items_[n] == item ? item : Rep::value;
    }
    same_ &= items_.size() >= fewest_items && items_.size() <= most_items;
  }

  void visit(const ir::Block& block) {
    const Instruction* tuple = nullptr;
    for (const Statement& s : block) {
      if (s.kind == StatementKind::return_) {
        // A None is that of the end of the body, which is not reached: inference knows of tuples only.
        bool made = tuple && s.condition.kind == Operand::temporary && s.condition.index == tuple->result;
        if (made) add(*tuple);
        else if (s.condition.kind == Operand::temporary || s.condition.kind == Operand::variable) same_ = false;
      }
      tuple = s.kind == StatementKind::instruction && s.instruction.op == Op::make_tuple ? &s.instruction : nullptr;
      visit(s.a);
      visit(s.b);
      visit(s.c);
    }
  }

  const ir::Module& module_;
  const ir::Function& f_;
  std::vector<Rep> items_;
  bool same_ = true;
};

}  // namespace

std::vector<Rep> TypedEmitter::returned_items(const ir::Module& module, const ir::Function& f) {
  if (f.returns != ir::kind_tuple) return {};
  return ReturnedItems(module, f).take();
}

// "double", or "typed::Several<double, int64_t>".
std::string TypedEmitter::result_type(const ir::Module& module, const ir::Function& f) {
  std::string items;
  for (Rep item : returned_items(module, f)) items += (items.empty() ? "" : ", ") + std::string(typed_cpp(item));
  return items.empty() ? std::string(typed_cpp(typed_rep(f.returns))) : "typed::Several<" + items + ">";
}

// The tuple a return statement gives is not made: the return reads its items.
bool TypedEmitter::is_returned(const Instruction& tuple) const {
  if (outputs_ || returned_items_.empty() || frames_ > 0) return false;
  const ir::Block& here = *blocks_.back();
  for (size_t n = 0; n + 1 < here.size(); ++n) {
    if (&here[n].instruction == &tuple) return here[n + 1].kind == StatementKind::return_;
  }
  return false;
}

// A tuple that is only looked for in what has typed searches: the search makes it on the stack.
bool TypedEmitter::is_key(const Instruction& tuple) const {
  if (tuple.operands.empty() || liveness_.uses(tuple.result) != 1) return false;
  const ir::Block& here = *blocks_.back();
  size_t n = 0;
  while (n < here.size() && &here[n].instruction != &tuple) ++n;
  if (n + 1 >= here.size() || here[n + 1].kind != StatementKind::instruction) return false;
  const Instruction& use = here[n + 1].instruction;
  bool finds = use.op == Op::contains || (use.op == Op::get_item && expected(use.operands[0]) == ir::kind_dict);
  return finds && use.operands[1].kind == Operand::temporary && use.operands[1].index == tuple.result && use.operands[0].kind != Operand::constant;
}

// What is looked for: a value, made for the search where it is such a tuple.
std::string TypedEmitter::key(const Operand& o) {
  auto tuple = o.kind == Operand::temporary ? pending_.find(o.index) : pending_.end();
  if (tuple == pending_.end() || tuple->second.op != Op::make_tuple) return as(o, Rep::value);
  const Instruction made = tuple->second;
  std::string items, name = fresh("key_");
  for (const Operand& item : made.operands) items += (items.empty() ? "" : ", ") + as(item, Rep::value);
  out_.line("TupleKey " + name + "(" + items + ");");
  return name + ".value()";
}

void TypedEmitter::return_items(const Instruction& tuple) {
  std::string items;
  for (size_t n = 0; n < returned_items_.size(); ++n) {
    const Operand& o = tuple.operands[n];
    std::string item = as(o, returned_items_[n]);
    if (returned_items_[n] == Rep::value && o.kind != Operand::constant) {
      bool made = is_movable(o) || rep(o) == Rep::integer || rep(o) == Rep::real;
      item = made ? item + ".take()" : "incref(" + item + ")";
    }
    items += (items.empty() ? "" : ", ") + item;
  }
  out_.line("return {{" + items + "}, true};");
}

// What `attempt` returned as the items of a tuple: names for them where they are only unpacked, otherwise the tuple.
void TypedEmitter::several_result(const Instruction& i, const std::string& attempt, const std::vector<Rep>& items) {
  Several several;
  bool unpacked = i.result != ir::no_index && only_unpacked_.count(i.result) && only_unpacked_[i.result] == items.size();
  for (size_t n = 0; n < items.size(); ++n) {
    std::string item = attempt + ".value." + members[n];
    if (items[n] == Rep::value && (unpacked || i.result == ir::no_index)) {
      std::string owned = fresh("item_");
      out_.line("Loan " + owned + " = Loan(" + item + ");");
      item = owned;
    }
    several.push_back({item, items[n]});
  }
  if (unpacked) {
    temporaries_[i.result] = Rep::value;
    several_[i.result] = std::move(several);
  } else if (i.result != ir::no_index) {
    result(i.result, Rep::value, "typed::unless_error(typed::box(" + attempt + ".value))");
    undefined_gives_up(i.result);
  }
}

void TypedEmitter::unpack_several(const Instruction& i, const Several& several) {
  for (uint32_t n = 0; n < i.count; ++n) {
    const auto& [item, held] = several[n];
    Rep wanted = typed_rep(function_.temporaries[i.result + n].expected);
    if (held == Rep::value && wanted == Rep::value) result(i.result + n, held, "std::move(" + item + ")");
    else if (held == Rep::value) element(i.result + n, item);
    else if (held == wanted) result(i.result + n, held, item);
    else if (wanted == Rep::value) result(i.result + n, Rep::value, "typed::box(" + item + ")");
    else return unsupported();
  }
}

}  // namespace portalis::emission

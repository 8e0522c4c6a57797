// Variables and temporaries between which a list may pass are one group (union-find), and a group is an array or is not. Whatever is
// not known to be harmless spoils the group it happens to.
#include "compiler/emission/arrays.hpp"

#include <numeric>
#include <optional>
#include <string_view>

#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Rep;
using ir::Statement;
using ir::StatementKind;

namespace {

class Finder {
 public:
  Finder(const ir::Module& module, const ir::Function& function, const std::vector<uint32_t>& given_back)
      : module_(module), f_(function), groups_(function.variables.size() + function.temporaries.size()), parents_(groups_.size()),
        made_by_(function.temporaries.size()) {
    std::iota(parents_.begin(), parents_.end(), 0u);
    find_makers(f_.body);
    for (uint32_t v : given_back) {
      if (Node n = node({Operand::variable, v})) ++groups_[find(*n)].given_back;
    }
    block(f_.body);
  }

  Arrays result() {
    Arrays out;
    auto held = [&](uint32_t n, bool candidate) {
      const Group& g = groups_[find(n)];
      bool pays = g.indexed || (g.given_back == 0 && !g.returned);       // else it would only be made to be copied
      return candidate && !g.spoilt && g.given_back <= 1 && pays ? g.item : Rep::none;
    };
    for (uint32_t v = 0; v < f_.variables.size(); ++v) out.variables.push_back(held(v, node({Operand::variable, v}).has_value()));
    for (uint32_t t = 0; t < f_.temporaries.size(); ++t) out.temporaries.push_back(held(of_temporary(t), node({Operand::temporary, t}).has_value()));
    return out;
  }

 private:
  using Node = std::optional<uint32_t>;
  struct Group {
    Rep item = Rep::none;
    bool spoilt = false, indexed = false, returned = false;
    uint32_t given_back = 0;             // variables
  };

  uint32_t of_temporary(uint32_t t) const { return static_cast<uint32_t>(f_.variables.size()) + t; }
  // What may be an array at all.
  Node node(const Operand& o) const {
    if (o.kind == Operand::temporary && f_.temporaries[o.index].expected == ir::kind_list) return of_temporary(o.index);
    if (o.kind != Operand::variable) return {};
    const ir::Variable& v = f_.variables[o.index];
    bool local = v.storage == ir::Storage::local && v.parameter == ir::no_index;
    return local && v.expected == ir::kind_list ? Node(o.index) : Node();
  }
  Node node_of(uint32_t temporary) const { return temporary == ir::no_index ? Node() : node({Operand::temporary, temporary}); }

  uint32_t find(uint32_t n) {
    while (parents_[n] != n) n = parents_[n] = parents_[parents_[n]];
    return n;
  }
  void spoil(const Operand& o) {
    if (Node n = node(o)) groups_[find(*n)].spoilt = true;
  }
  void spoil(uint32_t temporary) {
    if (Node n = node_of(temporary)) groups_[find(*n)].spoilt = true;
  }
  // One list may be both.
  void same(Node a, Node b) {
    if (a && b) {
      uint32_t x = find(*a), y = find(*b);
      if (x == y) return;
      parents_[y] = x;
      Group &into = groups_[x], &from = groups_[y];
      if (into.item == Rep::none) into.item = from.item;
      into.spoilt |= from.spoilt || (from.item != Rep::none && from.item != into.item);
      into.indexed |= from.indexed;
      into.returned |= from.returned;
      into.given_back += from.given_back;
    } else if (a || b) {
      groups_[find(a ? *a : *b)].spoilt = true;
    }
  }
  void holds(uint32_t n, ir::Kinds kinds) {
    Group& g = groups_[find(n)];
    Rep item = typed_rep(kinds);
    if (g.item == Rep::none) g.item = item;
    if (item == Rep::value || item != g.item) g.spoilt = true;
  }
  ir::Kinds kinds_of(const Operand& o) const { return operand_kinds(module_, f_, o); }
  const Instruction* maker(const Operand& o) const { return o.kind == Operand::temporary ? made_by_[o.index] : nullptr; }
  bool is_call(const Instruction* i, std::string_view builtin) const { return i && i->op == Op::call_builtin && module_.names[i->name] == builtin; }

  void find_makers(const ir::Block& statements) {
    for (const Statement& s : statements) {
      if (s.kind == StatementKind::instruction && s.instruction.result != ir::no_index && s.instruction.op != Op::declare && s.instruction.op != Op::copy) {
        made_by_[s.instruction.result] = &s.instruction;
      }
      find_makers(s.a);
      find_makers(s.b);
      find_makers(s.c);
    }
  }

  void block(const ir::Block& statements) {
    for (const Statement& s : statements) {
      switch (s.kind) {
        case StatementKind::instruction: instruction(s.instruction); break;
        case StatementKind::for_each: loop(s); break;
        case StatementKind::return_:
          if (Node n = node(s.condition)) groups_[find(*n)].returned = true;
          break;
        default: spoil(s.condition);
      }
      block(s.a);
      block(s.b);
      block(s.c);
    }
  }

  // What the elements of a loop are held as must be what the items are.
  void loop(const Statement& s) {
    spoil(s.target);
    const Instruction* iterator = maker(s.condition);
    if (!iterator || iterator->op != Op::iter) return;
    if (Node n = node(iterator->operands[0])) return holds(*n, f_.temporaries[s.target].expected);
    const Instruction* call = maker(iterator->operands[0]);
    bool counted = is_call(call, "enumerate");
    if (!counted && !is_call(call, "zip")) return;
    const Instruction* unpack = s.b.empty() || s.b[0].kind != StatementKind::instruction || s.b[0].instruction.op != Op::unpack ? nullptr : &s.b[0].instruction;
    for (size_t k = 0; k < call->operands.size(); ++k) {
      Node n = node(call->operands[k]);
      if (!n) continue;
      uint32_t element = (counted ? 1 : 0) + static_cast<uint32_t>(k);
      if (unpack && element < unpack->count) holds(*n, f_.temporaries[unpack->result + element].expected);
      else groups_[find(*n)].spoilt = true;
    }
  }

  void instruction(const Instruction& i) {
    const Operand none;
    const Operand &first = i.operands.empty() ? none : i.operands[0];
    Node n = node(first), made = node_of(i.result);
    size_t harmless = 0;                 // operands from the first on
    switch (i.op) {
      case Op::declare:
      case Op::clear_variable: return;
      case Op::copy: return same(made, n);
      case Op::load_variable: return same(made, node({Operand::variable, i.target}));
      case Op::store_variable: return same(node({Operand::variable, i.target}), n);
      case Op::make_list:
        for (const Operand& o : i.operands) {
          if (made) holds(*made, kinds_of(o));
          spoil(o);
        }
        return;
      case Op::multiply:
        if (!n || kinds_of(i.operands[1]) != ir::kind_int) break;
        return same(made, n);
      case Op::call_builtin:
        if (is_call(&i, "list") && i.operands.size() == 1 && made) {
          if (n) return same(made, n);
          if (is_call(maker(first), "range")) return holds(*made, ir::kind_int);
        }
        if (is_call(&i, "len") || is_call(&i, "enumerate") || is_call(&i, "zip")) return;
        break;
      case Op::find_method:
      case Op::iter:
      case Op::truth: return;
      case Op::get_item:
      case Op::set_item:
        if (!n) break;
        item(i, *n, i.op == Op::get_item ? made : node(i.operands[2]));
        return;
      case Op::list_append:
        if (!n) break;
        holds(*n, kinds_of(i.operands[1]));
        return spoil(i.operands[1]);
      case Op::call_method:
        if (!n || !method(i, *n)) break;
        harmless = 1;
        break;
      default: break;
    }
    for (size_t k = harmless; k < i.operands.size(); ++k) spoil(i.operands[k]);
    for (uint32_t k = 0; k < ir::result_count(i); ++k) spoil(i.result + k);
  }

  // list[key] or list[key] = ..., where `other` is the group of what is read or stored.
  void item(const Instruction& i, uint32_t list, Node other) {
    groups_[find(list)].indexed = true;
    const Instruction* key = maker(i.operands[1]);
    if (key && key->op == Op::make_slice) return same(list, other);
    spoil(i.operands[1]);
    if (kinds_of(i.operands[1]) != ir::kind_int || other) groups_[find(list)].spoilt = true;
    if (other) groups_[find(*other)].spoilt = true;
    holds(list, i.op == Op::get_item ? f_.temporaries[i.result].expected : kinds_of(i.operands[2]));
  }

  bool method(const Instruction& i, uint32_t list) {
    const std::string& name = module_.names[i.name];
    size_t n = i.operands.size();
    if (name == "append" && n == 2) {
      holds(list, kinds_of(i.operands[1]));
      return true;
    }
    bool inserts = name == "insert" && n == 3, pops = name == "pop" && n <= 2;
    if ((!inserts && !pops) || (n > 1 && kinds_of(i.operands[1]) != ir::kind_int)) return false;
    groups_[find(list)].indexed = true;
    if (inserts) holds(list, kinds_of(i.operands[2]));
    else if (i.result != ir::no_index) holds(list, f_.temporaries[i.result].expected);
    return true;
  }

  const ir::Module& module_;
  const ir::Function& f_;
  std::vector<Group> groups_;
  std::vector<uint32_t> parents_;
  std::vector<const Instruction*> made_by_;
};

}  // namespace

Arrays find_arrays(const ir::Module& module, const ir::Function& function, const std::vector<uint32_t>& given_back) {
  return Finder(module, function, given_back).result();
}

}  // namespace portalis::emission

// Which reads of local variables need no check and no reference of their own.
//
// Two analyses over the structured IR of one function. Definite assignment: a variable is certainly bound where every
// path has stored it and none has unbound it since; such a load_variable gets #1. Forwarding: a certainly bound local
// that is not stored between its load and the last use of the loaded temporary is read in place (Operand::variable),
// and the load disappears. Both err on the safe side: exceptions may come from anywhere, so a handler trusts only what
// was bound before its try statement and is never unbound within it.
#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {
namespace {

using ir::Instruction;

using Set = std::vector<bool>;   // of variables

bool stores(Op op) { return op == Op::store_variable; }
bool unbinds(Op op) { return op == Op::delete_variable || op == Op::clear_variable || op == Op::new_cell; }

// Control never comes back from these.
bool leaves(Op op) {
  return op == Op::raise || op == Op::reraise || op == Op::reraise_caught || op == Op::raise_assertion;
}

class Assignment {
 public:
  Assignment(ir::Function& fn, const std::unordered_set<std::string>& unbound_inside) : fn_(fn) {
    size_t n = fn.variables.size();
    trusted_.assign(n, true);
    for (size_t v = 0; v < n; ++v) {
      if (fn.variables[v].storage != ir::Storage::local && unbound_inside.count(fn.variables[v].name)) trusted_[v] = false;
    }
  }

  void run() {
    State s{Set(fn_.variables.size(), false), true};
    for (uint32_t v : fn_.parameters) s.bound[v] = true;
    block(fn_.body, s, true);
  }

 private:
  struct State {
    Set bound;
    bool reachable;
  };
  struct Loop {
    uint32_t label;
    size_t finals;           // finally blocks around the loop
    State after_break;
  };

  static void meet(State& into, const State& other) {
    if (!other.reachable) return;
    if (!into.reachable) {
      into = other;
      return;
    }
    for (size_t i = 0; i < into.bound.size(); ++i) into.bound[i] = into.bound[i] && other.bound[i];
  }

  void kills(const Block& b, Set& out) const {
    for (const Statement& s : b) {
      if (s.kind == StatementKind::instruction) {
        if (unbinds(s.instruction.op)) out[s.instruction.target] = true;
        continue;
      }
      kills(s.a, out);
      kills(s.b, out);
      kills(s.c, out);
    }
  }

  static void subtract(State& s, const Set& killed) {
    for (size_t i = 0; i < killed.size(); ++i) {
      if (killed[i]) s.bound[i] = false;
    }
  }

  void block(Block& b, State& s, bool judge) {
    for (Statement& x : b) statement(x, s, judge);
  }

  void statement(Statement& x, State& s, bool judge) {
    switch (x.kind) {
      case StatementKind::line:
      case StatementKind::inline_frame: return block(x.a, s, judge);
      case StatementKind::instruction: return instruction(x.instruction, s, judge);
      case StatementKind::if_: {
        State other = s;
        block(x.a, s, judge);
        block(x.b, other, judge);
        return meet(s, other);
      }
      case StatementKind::while_:
      case StatementKind::for_each:
      case StatementKind::for_range: return loop(x, s, judge);
      case StatementKind::break_:
        for (size_t i = loops_.size(); i-- > 0;) {
          if (loops_[i].label != x.label) continue;
          State out = s;
          for (size_t f = loops_[i].finals; f < finals_.size(); ++f) subtract(out, finals_[f]);
          meet(loops_[i].after_break, out);
          break;
        }
        s.reachable = false;
        return;
      case StatementKind::continue_:
      case StatementKind::return_: s.reachable = false; return;
      case StatementKind::try_: {
        State handler = s;
        Set killed(s.bound.size(), false);
        kills(x.a, killed);
        subtract(handler, killed);
        block(x.a, s, judge);
        block(x.c, s, judge);
        block(x.b, handler, judge);
        return meet(s, handler);
      }
      case StatementKind::finally_: {
        State any = s;
        Set killed(s.bound.size(), false);
        kills(x.a, killed);
        subtract(any, killed);
        Set final_kills(s.bound.size(), false);
        kills(x.b, final_kills);
        finals_.push_back(std::move(final_kills));
        block(x.a, s, judge);
        finals_.pop_back();
        if (judge) block(x.b, any, true);
        return block(x.b, s, false);
      }
    }
  }

  void loop(Statement& x, State& s, bool judge) {
    Set killed(s.bound.size(), false);
    kills(x.a, killed);
    kills(x.b, killed);
    subtract(s, killed);
    block(x.a, s, judge);
    loops_.push_back({x.label, finals_.size(), State{Set(s.bound.size(), false), false}});
    State body = s;
    block(x.b, body, judge);
    State after = std::move(loops_.back().after_break);
    loops_.pop_back();
    if (x.kind == StatementKind::while_ && x.condition.kind == Operand::constant) s.reachable = false;   // endless
    block(x.c, s, judge);
    meet(s, after);
  }

  void instruction(Instruction& x, State& s, bool judge) {
    if (x.op == Op::load_variable && judge && s.reachable && s.bound[x.target] && trusted_[x.target]) x.count = 1;
    if (stores(x.op)) s.bound[x.target] = true;
    if (unbinds(x.op)) s.bound[x.target] = false;
    if (leaves(x.op)) s.reachable = false;
  }

  ir::Function& fn_;
  Set trusted_;
  std::vector<Loop> loops_;
  std::vector<Set> finals_;
};

class Forwarding {
 public:
  explicit Forwarding(ir::Function& fn) : fn_(fn), temps_(fn.temporaries.size()), stores_(fn.variables.size()) {}

  void run() {
    measure(fn_.body);
    for (Temp& t : temps_) {
      if (!t.candidate) continue;
      for (uint32_t at : stores_[t.variable]) {
        if (at > t.defined && at < t.last_use) t.candidate = false;
      }
    }
    rewrite(fn_.body);
    for (uint32_t v : fn_.parameters) fn_.variables[v].reassigned = !stores_[v].empty() || is_cell(v);
  }

 private:
  struct Temp {
    bool candidate = false;
    uint32_t variable = 0;
    uint32_t defined = 0;
    uint32_t last_use = 0;
  };
  // A loop: what it uses of earlier temporaries is used until its end. A protected block: what a return inside of it
  // gives is used until the end of its finally.
  struct Region {
    uint32_t start;
    bool loop;
    std::vector<uint32_t> used;
  };

  bool is_cell(uint32_t v) const { return fn_.variables[v].storage != ir::Storage::local; }

  void use(const Operand& o, bool returned = false) {
    if (o.kind != Operand::temporary || !temps_[o.index].candidate) return;
    temps_[o.index].last_use = std::max(temps_[o.index].last_use, now_);
    for (Region& r : regions_) {
      if (r.loop ? temps_[o.index].defined < r.start : returned) r.used.push_back(o.index);
    }
  }

  void leave() {
    ++now_;
    for (uint32_t t : regions_.back().used) temps_[t].last_use = std::max(temps_[t].last_use, now_);
    regions_.pop_back();
    ++now_;
  }

  void measure(Block& b) {
    for (Statement& s : b) measure(s);
  }

  void measure(Statement& s) {
    ++now_;
    switch (s.kind) {
      case StatementKind::instruction: {
        Instruction& x = s.instruction;
        for (const Operand& o : x.operands) use(o);
        if (x.op == Op::load_variable && x.count == 1 && !is_cell(x.target)) {
          temps_[x.result] = {true, x.target, now_, now_};
        }
        if (stores(x.op) || unbinds(x.op)) stores_[x.target].push_back(now_);
        return;
      }
      case StatementKind::while_:
        regions_.push_back({now_, true, {}});
        measure(s.a);
        use(s.condition);
        measure(s.b);
        leave();
        return measure(s.c);
      case StatementKind::for_each:
        // The iterator stays a temporary of its own.
        if (s.condition.kind == Operand::temporary) temps_[s.condition.index].candidate = false;
        [[fallthrough]];
      case StatementKind::for_range:
        regions_.push_back({now_, true, {}});
        for (const Operand& o : s.instruction.operands) use(o);
        measure(s.b);
        leave();
        return measure(s.c);
      case StatementKind::finally_:
        regions_.push_back({now_, false, {}});
        measure(s.a);
        measure(s.b);
        return leave();
      case StatementKind::return_: return use(s.condition, true);
      default:
        use(s.condition);
        measure(s.a);
        measure(s.b);
        measure(s.c);
    }
  }

  void replace(Operand& o) {
    if (o.kind == Operand::temporary && temps_[o.index].candidate) o = {Operand::variable, temps_[o.index].variable};
  }

  void rewrite(Block& b) {
    std::erase_if(b, [&](const Statement& s) {
      return s.kind == StatementKind::instruction && s.instruction.op == Op::load_variable &&
             temps_[s.instruction.result].candidate;
    });
    // Nothing runs between the look-up of a method and its call.
    for (size_t i = 0; i + 1 < b.size(); ++i) {
      Instruction& call = b[i + 1].instruction;
      if (b[i].kind != StatementKind::instruction || b[i].instruction.op != Op::find_method) continue;
      if (b[i + 1].kind != StatementKind::instruction || call.op != Op::call_method || call.count != b[i].instruction.result + 1) continue;
      call.count = 0;
      b.erase(b.begin() + static_cast<ptrdiff_t>(i));
    }
    for (Statement& s : b) {
      replace(s.condition);
      for (Operand& o : s.instruction.operands) replace(o);
      rewrite(s.a);
      rewrite(s.b);
      rewrite(s.c);
    }
  }

  ir::Function& fn_;
  std::vector<Temp> temps_;
  std::vector<std::vector<uint32_t>> stores_;   // by variable: when
  std::vector<Region> regions_;
  uint32_t now_ = 0;
};

// Names of variables that some function unbinds for the one that owns them.
void find_unbound(const ir::Function& fn, const Block& b, std::unordered_set<std::string>& out) {
  for (const Statement& s : b) {
    if (s.kind == StatementKind::instruction) {
      const Instruction& x = s.instruction;
      if (unbinds(x.op) && fn.variables[x.target].storage == ir::Storage::free) out.insert(fn.variables[x.target].name);
      continue;
    }
    find_unbound(fn, s.a, out);
    find_unbound(fn, s.b, out);
    find_unbound(fn, s.c, out);
  }
}

}  // namespace

void resolve_local_reads(ir::Module& module) {
  std::unordered_set<std::string> unbound_inside;
  for (auto& fn : module.functions) find_unbound(*fn, fn->body, unbound_inside);
  for (auto& fn : module.functions) {
    Assignment(*fn, unbound_inside).run();
    Forwarding(*fn).run();
  }
}

}  // namespace portalis::lowering

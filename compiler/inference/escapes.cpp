// Where there may be more than inference sees.
//
// The kinds that the first sweeps find are what the program shows: what reaches a place through code that inference
// understands. Whether that is all is found by a second round of sweeps (`settled_`), in which types become `open`: their
// value may also be anything that escaped, or that was made outside. What is given to unknown callees, stored into
// unknown objects or raised escapes, with everything that can be reached from it: others may call an escaped function,
// change an escaped container, set an escaped object's attributes. So parameters, contents and attributes are then open,
// and results escape in turn.
//
// The invariant: a value in some place is covered by the place's kinds, ids and content, or the place is open and the
// value has escaped. That is why an operation on something open needs to do nothing to whatever it may be: it is enough
// that its operands escape and its result is open. An instruction without a rule does the same (settled.cpp).
//
// Kinds only grow by what these sweeps follow besides (reflected operators, say). An open type is as good an expectation as
// before; it is only no proof.
#include "compiler/inference/program.hpp"

namespace portalis::inference {

std::vector<uint32_t> Program::ids_of(const Type& t) const {
  const std::vector<uint32_t>& members = lattice_.members(t);
  if (!members.empty()) return members;
  return t.id < many ? std::vector<uint32_t>{t.id} : std::vector<uint32_t>();
}

// Nothing is known of it, or not enough to know what operations on it do.
bool Program::is_vague(const Type& t) const {
  constexpr Kinds holding = ir::kind_list | ir::kind_tuple | ir::kind_dict | ir::kind_set | ir::kind_iterator;
  constexpr Kinds identified = ir::kind_function | ir::kind_class | ir::kind_instance | ir::kind_module;
  return t.kinds == 0 || ((t.kinds & holding) && !lattice_.has_content(t)) || ((t.kinds & identified) && t.id >= many);
}

void Program::open(Type& t) {
  changed_ |= !t.open;
  t.open = true;
}

void Program::escape(const Type& t) {
  if (!settled_) return;
  for (uint32_t id : ids_of(t)) {
    if ((t.kinds & (ir::kind_function | ir::kind_other)) && id < functions_.size() && !classes_.count(id)) escape_function(id);
    if ((t.kinds & (ir::kind_class | ir::kind_instance)) && classes_.count(id)) escape_class(id);
    if (t.may(ir::kind_module) && id < globals_.size()) escape_module(id);
    if (t.may(ir::kind_module) && id >= first_native_module && patched_.try_emplace(id, true).second) changed_ = true;
  }
  if (!lattice_.has_content(t) || lattice_.content(t).escaped) return;
  lattice_.content(t).escaped = true;
  changed_ = true;
}

void Program::escape(const Arguments& args) {
  for (const Type& t : args.positional) escape(t);
  for (const auto& named : args.named) escape(named.second);
}

void Program::escape_operands(const ir::Instruction& x) {
  for (size_t n = 0; n < x.operands.size(); ++n) escape(operand(x, n));
}

void Program::escape_function(uint32_t f) {
  changed_ |= !functions_[f].escaped;
  functions_[f].escaped = functions_[f].called_from_outside = true;
}

void Program::escape_class(uint32_t cls) {
  ClassFacts& facts = classes_[cls];
  changed_ |= !facts.escaped;
  facts.escaped = true;
}

void Program::escape_module(uint32_t module) {
  changed_ |= !escaped_modules_[module];
  escaped_modules_[module] = true;
}

void Program::escape_modules() {
  for (uint32_t m = 0; m < globals_.size(); ++m) escape_module(m);
}

// What follows from all that has escaped so far.
void Program::spread() {
  for (const Type& t : lattice_.take_lost()) lost_.push_back(t);
  if (!settled_) return;
  for (const Type& t : lost_) escape(t);
  lost_.clear();
  auto give = [&](Type& t) {
    open(t);
    escape(t);
  };
  for (FunctionFacts& f : functions_) {
    if (everything_escapes_) f.escaped = f.called_from_outside = true;
    if (f.called_from_outside) {
      const ir::Function& fn = *f.fn;
      for (uint32_t p = 0; p < fn.positional + fn.keyword_only; ++p) open(f.variables[fn.parameters[p]]);
      if (fn.has_varargs) {
        Type& rest = f.variables[fn.parameters[fn.positional + fn.keyword_only]];
        if (lattice_.has_content(rest)) open(lattice_.content(rest).element);
      }
    }
    if (f.escaped) {
      escape(f.result);
      escape(f.defaults);
      escape(f.annotations);
    }
    if (codes_change_) give(f.result);
    if (!cells_change_) continue;
    for (size_t v = 0; v < f.variables.size(); ++v) {
      if (f.fn->variables[v].storage != ir::Storage::local) give(f.variables[v]);
    }
  }
  for (auto& [id, cls] : classes_) {
    if (everything_escapes_) cls.escaped = true;
    if (!cls.escaped) continue;
    for (auto& [name, t] : cls.names) give(t);
    for (auto& [name, t] : cls.attributes) give(t);
    for (uint32_t base : cls.bases) escape(of(ir::kind_class, base));
  }
  for (uint32_t m = 0; m < globals_.size(); ++m) {
    if (!escaped_modules_[m]) continue;
    for (auto& [name, t] : globals_[m]) give(t);
  }
  for (uint32_t c = 0; c < lattice_.content_count(); ++c) {
    if (lattice_.find(c) != c) continue;
    Content& content = lattice_.content({0, unknown, c});
    if (everything_escapes_) content.escaped = true;
    if (!content.escaped) continue;
    give(content.element);
    give(content.value);
    for (const Type& item : content.items) escape(item);     // tuples do not change
  }
}

}  // namespace portalis::inference

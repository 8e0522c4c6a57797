// Typed versions: which functions have one, their signatures, and structured statements but loops.
#include <algorithm>

#include "compiler/emission/naming.hpp"
#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Op;
using ir::Operand;
using ir::Rep;
using ir::Statement;
using ir::StatementKind;

namespace {

std::string number(uint32_t n) { return std::to_string(n); }

bool is_local(const ir::Variable& v) { return v.storage == ir::Storage::local; }

// A parameter that is a variable of its own, because the function assigns to it.
bool is_kept(const ir::Variable& v) { return v.parameter != ir::no_index && v.reassigned && typed_rep(v.expected) == Rep::value; }

std::string parameter_name(const ir::Function& f, uint32_t parameter, const std::vector<std::string>& names) {
  return names[parameter] + (is_kept(f.variables[parameter]) ? "_argument" : "");
}

std::string parameter_list(const ir::Function& f, const std::vector<std::string>& names) {
  std::string out;
  for (uint32_t p : f.parameters) {
    out += (out.empty() ? "" : ", ") + std::string(typed_cpp(typed_rep(f.variables[p].expected))) + " " + parameter_name(f, p, names);
  }
  return out;
}

}  // namespace

std::vector<std::string> TypedEmitter::names_of(const ir::Function& f) {
  std::vector<std::string> out;
  for (const ir::Variable& v : f.variables) {
    std::string name = identifier(v.name);
    for (int n = 2; std::find(out.begin(), out.end(), name) != out.end(); ++n) name = identifier(v.name) + "_" + std::to_string(n);
    out.push_back(name);
  }
  return out;
}

Rep typed_rep(ir::Kinds expected) {
  switch (expected) {
    case ir::kind_int: return Rep::integer;
    case ir::kind_float: return Rep::real;
    case ir::kind_bool: return Rep::boolean;
    default: return Rep::value;
  }
}

std::string_view typed_cpp(Rep rep) {
  switch (rep) {
    case Rep::integer: return "int64_t";
    case Rep::real: return "double";
    case Rep::boolean: return "bool";
    default: return "Value";
  }
}

TypedEmitter::TypedEmitter(ModuleContext& context, const ir::Function& function, Writer& out, const std::vector<RegionOutput>* outputs, const Stages* stages)
    : context_(context), function_(function), outputs_(outputs), stages_(stages), out_(out), liveness_(function_), variable_names_(names_of(function_)) {
  for (const ir::Temporary& t : function_.temporaries) temporaries_.push_back(t.rep == Rep::boolean ? Rep::boolean : typed_rep(t.expected));
  for (const ir::Variable& v : function_.variables) variables_.push_back(typed_rep(v.expected));
}

bool TypedEmitter::is_candidate(const ir::Function& f) {
  if (f.kind != ir::FunctionKind::function && f.kind != ir::FunctionKind::lambda) return false;
  if (f.has_varargs || f.has_varkeywords || (!f.free_variables.empty() && is_initialiser(f))) return false;
  for (const ir::Variable& v : f.variables) {
    if (v.storage == ir::Storage::cell) return false;
    if (v.parameter != ir::no_index && v.expected == 0) return false;      // never called, as far as inference sees
  }
  return true;
}

bool TypedEmitter::is_initialiser(const ir::Function& f) {
  return f.kind == ir::FunctionKind::function && f.codes[0].name == "__init__" && !f.parameters.empty() && !f.variables[f.parameters[0]].reassigned;
}

void choose_typed(ModuleContext& context, std::string_view source) {
  const ir::Module& module = context.module;
  context.typed.assign(module.functions.size(), false);
  for (size_t f = 0; f < module.functions.size(); ++f) context.typed[f] = TypedEmitter::is_candidate(*module.functions[f]);
  for (bool changed = true; changed;) {
    changed = false;
    ModuleContext scratch(module, source);
    scratch.typed = context.typed;
    for (uint32_t f = 0; f < module.functions.size(); ++f) {
      if (!context.typed[f]) continue;
      Writer dropped;
      TypedEmitter emitter(scratch, *module.functions[f], dropped);
      if (emitter.emit() && emitter.gains()) continue;
      context.typed[f] = false;
      changed = true;
    }
  }
}

std::string TypedEmitter::signature(const ir::Module& module, const ir::Function& f) {
  return signature(module, f, f.symbol + "_typed");
}

std::string TypedEmitter::signature(const ir::Module& module, const ir::Function& f, const std::string& name) {
  std::string parameters = parameter_list(f, names_of(f));
  if (!parameters.empty()) parameters = ", " + parameters;
  if (!f.free_variables.empty()) parameters = ", Function* py_self" + parameters;
  return "Attempt<" + result_type(module, f) + "> " + name + "(typed::Levels levels" + parameters + ")";
}

// What a version hands on to another that stands for the same call.
std::string TypedEmitter::own_arguments() const {
  std::string out = "levels";
  for (uint32_t p : function_.parameters) out += ", " + parameter_name(function_, p, variable_names_);
  return out;
}

void TypedEmitter::emit_entry(const ir::Function& f, Writer& out) {
  out.line("Attempts " + f.symbol + "_attempts;");
  out.open("Value " + f.symbol + "(Function* py_self, const Value* py_args) {");
  std::string tests = f.symbol + "_attempts.worthwhile()", arguments = std::string("typed::levels_left()") + (f.free_variables.empty() ? "" : ", py_self");
  if (is_initialiser(f)) tests += " && typed::is_new(py_args[0])";
  for (size_t p = 0; p < f.parameters.size(); ++p) {
    std::string name = "a" + std::to_string(p);
    out.line(std::string(typed_cpp(typed_rep(f.variables[f.parameters[p]].expected))) + " " + name + ";");
    tests += " && typed::unbox(py_args[" + std::to_string(p) + "], " + name + ")";
    arguments += ", " + name;
  }
  out.open("if (" + tests + ") {");
  out.line("auto attempt = " + f.symbol + "_typed(" + arguments + ");");
  out.line("if (attempt.done) return typed::box(attempt.value);");
  out.line(f.symbol + "_attempts.failed();");
  out.close();
  out.line("return " + f.symbol + "_general(py_self, py_args);");
  out.close();
}

// ---- lists made here ----
// A temporary holds a list of its own when everything that comes into it does; a variable likewise. As long as no other
// list is put into one of them, what is read from them is such a list too.
void TypedEmitter::find_lists(const ir::Block& body) {
  own_list_variables_.clear();
  std::unordered_set<uint32_t> not_own, not_own_temporaries;
  for (uint32_t v = 0; v < function_.variables.size(); ++v) {
    if (function_.variables[v].parameter == ir::no_index && is_local(function_.variables[v])) own_list_variables_.insert(v);
  }
  for (bool changed = true; changed;) {
    changed = false;
    auto makes_list = [&](const ir::Instruction& i) {
      switch (i.op) {
        case Op::make_list: return true;
        case Op::copy:
        case Op::multiply:
        case Op::add: return !i.operands.empty() && holds_own_list(i.operands[0]);
        case Op::load_variable: return own_list_variables_.count(i.target) > 0;
        case Op::get_item: return own_items_ && holds_own_list(i.operands[0]);   // of a slice, a new list
        case Op::call_builtin: return context_.module.names[i.name] == "list";
        default: return false;
      }
    };
    auto visit = [&](auto& self, const ir::Block& b) -> void {
      for (const Statement& s : b) {
        if (s.kind == StatementKind::instruction) {
          const ir::Instruction& i = s.instruction;
          if (i.op == Op::store_variable && !holds_own_list(i.operands[0]) && own_list_variables_.erase(i.target)) changed = true;
          if (i.result != ir::no_index && i.op != Op::declare) {
            bool makes = makes_list(i);
            if (!makes && not_own_temporaries.insert(i.result).second && own_lists_.erase(i.result)) changed = true;
            if (makes && !not_own_temporaries.count(i.result) && own_lists_.insert(i.result).second) changed = true;
          }
          // A copy of somebody else's list holds what that list holds.
          bool copies = i.op == Op::call_builtin && !i.operands.empty() && context_.module.names[i.name] == "list";
          if (copies && own_items_ && may_hold_list(i.operands[0]) && !(i.operands[0].kind == Operand::temporary && function_.temporaries[i.operands[0].index].expected == ir::kind_iterator)) {
            own_items_ = false;
            changed = true;
          }
          bool one = i.op == Op::list_append || (i.op == Op::call_method && holds_own_list(i.operands[0]));
          size_t first = i.op == Op::make_list ? 0 : one ? 1 : i.op == Op::set_item ? 2 : i.operands.size();
          for (size_t n = first; n < i.operands.size() && own_items_; ++n) {
            if (may_hold_list(i.operands[n])) {
              own_items_ = false;
              changed = true;
            }
          }
        }
        if (s.kind == StatementKind::for_each && s.condition.kind == Operand::temporary) not_own_temporaries.insert(s.target);
        self(self, s.a);
        self(self, s.b);
        self(self, s.c);
      }
    };
    if (changed) continue;
    visit(visit, body);
  }
}

void TypedEmitter::find_uses(const ir::Block& body) {
  for (const Statement& s : body) {
    const ir::Instruction& i = s.instruction;
    bool reads = s.kind == StatementKind::instruction && i.op == Op::load_variable && i.count != 1;
    reads = reads && is_local(function_.variables[i.target]);
    if (reads && variables_[i.target] != Rep::value && function_.variables[i.target].parameter == ir::no_index) maybe_unbound_.insert(i.target);
    bool asks = s.kind == StatementKind::instruction && (i.op == Op::is_undefined || i.op == Op::sum_step || i.op == Op::sum_result);
    if (asks && i.operands[0].kind == Operand::temporary) flagged_.insert(i.operands[0].index);
    bool calls = s.kind == StatementKind::instruction && i.op == Op::call && i.operands[0].kind == Operand::temporary;
    calls = calls && (i.target != ir::no_index || (i.count != 0 && expected(i.operands[0]) == ir::kind_class));
    if (calls && liveness_.uses(i.operands[0].index) == 1) only_called_.insert(i.operands[0].index);
    bool unpacks = s.kind == StatementKind::instruction && i.op == Op::unpack && i.operands[0].kind == Operand::temporary;
    if (unpacks && liveness_.uses(i.operands[0].index) == 1) only_unpacked_[i.operands[0].index] = i.count;
    bool goes_over = s.kind == StatementKind::instruction && (i.op == Op::iter || (i.op == Op::call_builtin && context_.module.names[i.name] == "list"));
    if (goes_over && !i.operands.empty() && i.operands[0].kind == Operand::temporary && liveness_.uses(i.operands[0].index) == 1) only_looped_.insert(i.operands[0].index);
    find_uses(s.a);
    find_uses(s.b);
    find_uses(s.c);
  }
}

// A list that was not made here, or anything that may have one in it.
bool TypedEmitter::may_hold_list(const Operand& o) const {
  constexpr ir::Kinds plain = ir::kind_int | ir::kind_float | ir::kind_bool | ir::kind_str | ir::kind_none;
  ir::Kinds kinds = o.kind == Operand::constant ? ir::Kinds{ir::kind_none} : expected(o);
  return (kinds == 0 || (kinds & ~plain) != 0) && !holds_own_list(o);
}

bool TypedEmitter::holds_own_list(const Operand& o) const {
  if (rep(o) != Rep::value) return false;          // an item of such a list, unboxed
  if (o.kind == Operand::temporary) return own_lists_.count(o.index) > 0;
  return o.kind == Operand::variable && own_list_variables_.count(o.index) > 0;
}

// ---- the function ----
// Cells of the function around it are handed in.
std::string TypedEmitter::region_signature() const {
  std::string parameters = parameter_list(function_, variable_names_);
  for (uint32_t v : function_.free_variables) parameters += (parameters.empty() ? "" : ", ") + ("Value " + cell(v));
  if (!parameters.empty()) parameters += ", ";
  return (stages_ ? "int " : "Attempt<bool> ") + function_.symbol + "_typed(" + (stages_ ? "Frame& frame, " : "") + parameters + function_.symbol + "_results& py_results)";
}

bool TypedEmitter::emit() {
  initialises_ = !outputs_ && is_initialiser(function_);
  gains_ = initialises_;
  find_lists(function_.body);
  if (stages_ && lists_escape(function_.body)) {
    own_lists_.clear();
    own_list_variables_.clear();
  }
  find_uses(function_.body);
  if (!outputs_) returned_items_ = returned_items(context_.module, function_);
  choose_arrays();
  choose_borrowing();
  nested_ = outputs_ ? 0 : nested_levels();
  if (nested_ > 0) open_nested();
  else out_.open((outputs_ ? region_signature() : signature(context_.module, function_)) + " {");
  size_t entered = out_.text().size();
  declare_variables();
  block(function_.body);
  const auto& last = function_.body;
  if (outputs_) give_back();
  else if (last.empty() || last.back().kind != StatementKind::return_) out_.line("return not_done;");
  out_.close();
  out_.line("");
  if (failed_) return false;
  out_.insert(entered, entering());
  if (nested_ > 0) close_nested();
  return true;
}

// What a version begins with.
std::string TypedEmitter::entering() const {
  if (nested_ > 0) return "";
  std::string leave = stages_ ? " return 0;\n" : " return not_done;\n", out;
  if (!outputs_ && is_leaf(function_.body)) out = "  if (levels == 0)" + leave;
  else if (!outputs_) out = "  if (!typed::may_enter(levels))" + leave;
  else if (calls_) out = "  const typed::Levels levels = typed::levels_left();\n  if (levels == 0)" + leave;
  else out = "  if (!typed::may_run())" + leave;
  if (stages_) out += "  int stage = 0;\n";
  for (const KeptLoop& kept : kept_loops_) out += "  " + kept_declaration(kept) + "\n";
  return out;
}

// In a region with stages, which may be left anywhere, lists stay lists.
void TypedEmitter::choose_arrays() {
  if (stages_) {
    arrays_.variables.assign(variables_.size(), Rep::none);
    arrays_.temporaries.assign(temporaries_.size(), Rep::none);
    return;
  }
  std::vector<uint32_t> given_back;
  if (outputs_) {
    for (const RegionOutput& output : *outputs_) given_back.push_back(output.variable);
  }
  arrays_ = find_arrays(context_.module, function_, given_back);
}

const RegionOutput* TypedEmitter::output_of(uint32_t variable) const {
  if (!outputs_) return nullptr;
  auto found = std::find_if(outputs_->begin(), outputs_->end(), [&](const RegionOutput& o) { return o.variable == variable; });
  return found == outputs_->end() ? nullptr : &*found;
}

void TypedEmitter::declare_variables() {
  for (uint32_t v = 0; v < function_.variables.size(); ++v) {
    bool parameter = function_.variables[v].parameter != ir::no_index;
    const RegionOutput* output = output_of(v);
    if (!is_local(function_.variables[v]) || (outputs_ && !parameter && !output)) continue;   // in a cell, or of the rest of the function
    gains_ |= !outputs_ && variables_[v] != Rep::value && variables_[v] != Rep::boolean;
    if (arrays_.variables[v] != Rep::none) {
      out_.line(array_declaration(v));
    } else if (!parameter) {
      if (output && !output->certain && variables_[v] != Rep::value) maybe_unbound_.insert(v);
      const char* zero = variables_[v] == Rep::value ? (borrows_ ? " = Undefined" : "") : variables_[v] == Rep::boolean ? " = false" : " = 0";
      out_.line((variables_[v] == Rep::value ? held_as() : std::string(typed_cpp(variables_[v]))) + " " + variable_names_[v] + zero + ";");
      if (maybe_unbound_.count(v)) out_.line("bool " + variable_names_[v] + "_bound = false;");
      if (items_known_.count(v)) out_.line("typed::Items py_items_" + variable_names_[v] + ";");
    } else if (is_kept(function_.variables[v])) {
      out_.line(std::string(held_as()) + " " + variable_names_[v] + " = " + borrow(variable_names_[v] + "_argument") + ";");
    }
    if (parameter) look_up_items(v, false);
  }
  if (!borrowing_.empty()) out_.line("typed::Kept<" + number(static_cast<uint32_t>(borrowing_.size())) + "> py_kept;");
}

// The end of a region: nothing can fail any more.
void TypedEmitter::give_back() {
  if (stages_) {
    out_.line("stage = typed::completed;");
    out_.line("goto leave;");
    out_.label("give_up:");
    out_.line(function_.symbol + "_attempts.failed();");
    out_.label("leave:");
    for (const KeptLoop& kept : kept_loops_) {
      std::string loop = kept_name(kept);
      if (kept.kind == KeptLoop::zip) out_.line("for (uint32_t n = 0; n < " + number(kept.sources) + "; ++n) py_results." + loop + "[n] = std::move(" + loop + "[n]);");
      else out_.line("py_results." + loop + " = std::move(" + loop + ");");
      if (kept.kind == KeptLoop::enumerate) out_.line("py_results." + loop + "_index = " + loop + "_index;");
    }
  }
  for (auto [v, certain] : *outputs_) {
    const std::string& name = variable_names_[v];
    if (arrays_.variables[v] != Rep::none) {
      out_.open("if (" + name + ") {");
      out_.line("py_results." + name + " = std::move(" + array_as_list(name) + ");");
      out_.close();
      continue;
    }
    bool value = variables_[v] == Rep::value;
    out_.line("py_results." + name + " = " + (!value ? name : borrows_ ? "Loan::borrow(" + name + ")" : "std::move(" + name + ")") + ";");
    if (!value && !certain) out_.line("py_results." + name + "_bound = " + name + "_bound;");
  }
  out_.line(stages_ ? "return stage;" : "return {true, true};");
}

// Straight on to a raise: what comes before it makes the exception.
static bool only_raises(const ir::Block& statements) {
  if (statements.empty()) return false;
  for (const Statement& s : statements) {
    if (s.kind != StatementKind::instruction) return false;
  }
  Op last = statements.back().instruction.op;
  return last == Op::raise || last == Op::reraise || last == Op::raise_assertion;
}

void TypedEmitter::block(const ir::Block& statements, size_t from) {
  if (only_raises(statements)) return out_.line(leaving());
  blocks_.push_back(&statements);
  for (size_t n = from; n < statements.size() && !failed_; ++n) {
    const Statement& s = statements[n];
    if (s.kind == StatementKind::instruction) instruction(s);
    else statement(s);
  }
  blocks_.pop_back();
  while (!computed_.empty() && computed_.back().depth > blocks_.size()) computed_.pop_back();
  if (looked_up_ && looked_up_->depth > blocks_.size()) looked_up_.reset();
}

void TypedEmitter::statement(const Statement& s) {
  switch (s.kind) {
    case StatementKind::line: return line_statement(s);
    case StatementKind::instruction: return;
    case StatementKind::if_: {
      out_.open("if (" + as(s.condition, Rep::boolean) + ") {");
      Place before = place_;
      block(s.a);
      Place after = std::exchange(place_, before);
      if (!s.b.empty()) {
        out_.close("} else {");
        out_.open_again();
        block(s.b);
      }
      if (after.stage != place_.stage) place_ = {};
      place_.changed |= after.changed;
      return out_.close();
    }
    case StatementKind::while_: return while_statement(s);
    case StatementKind::for_each: return for_each(s);
    case StatementKind::for_range: return count_loop(s, s.instruction.operands);
    case StatementKind::break_:
      for (size_t n = loops_.size(); n-- > 0;) {
        if (loops_[n].first == s.label) return out_.line(loops_[n].second ? "goto end_" + number(s.label) + ";" : "break;");
      }
      return left_statement();
    case StatementKind::continue_:
      if (loops_.empty()) return left_statement();
      return out_.line("continue;");
    case StatementKind::inline_frame:
      out_.open("{");
      ++frames_;
      block(s.a);
      --frames_;
      return out_.close();
    case StatementKind::return_: return return_statement(s);
    case StatementKind::try_:
    case StatementKind::finally_: return unsupported();
  }
}

void TypedEmitter::line_statement(const Statement& s) {
  if (s.a.empty()) return;
  out_.line("// " + number(s.label) + ": " + context_.line_comment(s.label));
  bool single_exit = s.a.size() == 1 && (s.a[0].kind == StatementKind::break_ || s.a[0].kind == StatementKind::continue_);
  uint32_t stage = stage_of(s);
  if (stage != 0) begin_stage(stage);
  if (single_exit) return block(s.a);
  out_.open("{");
  if (stage != 0 && s.a.back().kind == StatementKind::return_) return_line(s);
  else block(s.a);
  out_.close();
  if (stage != 0) place_ = {};
}

// In a region with stages: where the value has no typed form, the general one returns it.
void TypedEmitter::return_line(const Statement& s) {
  Place place = place_;
  size_t before = out_.text().size();
  if (failed_) return;
  block(s.a);
  if (!failed_) return;
  failed_ = false;
  place_ = place;
  out_.truncate(before);
  left_statement();
}

void TypedEmitter::return_statement(const Statement& s) {
  if (array(s.condition) != Rep::none) {
    if (frames_ > 0) return unsupported();
    std::string list = array_as_list(plain(s.condition));
    if (!outputs_) return out_.line("return {" + list + ".take(), true};");
    returns_ = true;
    out_.line("py_results.returned = Ref(" + list + ".take());");
    return out_.line("return {true, true};");
  }
  if (outputs_) {
    if (frames_ > 0 || (stages_ && place_.stage == 0)) return unsupported();
    bool constant = s.condition.kind == Operand::constant, none = s.condition.kind == Operand::none;
    std::string value = none ? "py::None" : as(s.condition, Rep::value);
    if (!none && !constant) value = is_movable(s.condition) ? value + ".take()" : "incref(" + value + ")";
    returns_ = true;
    out_.line("py_results.returned = Ref(" + value + ");");
    if (!stages_) return out_.line("return {true, true};");
    out_.line("stage = typed::completed;");
    return out_.line("goto leave;");
  }
  if (!returned_items_.empty()) return s.condition.kind == Operand::temporary ? return_items(pending_.at(s.condition.index)) : out_.line("return not_done;");
  Rep wanted = typed_rep(function_.returns);
  if (s.condition.kind == Operand::none) return out_.line(wanted == Rep::value ? "return {py::None, true};" : "return not_done;");
  if (wanted != Rep::value) {
    // The None at the end of a function that returns before.
    if (rep(s.condition) == Rep::value && s.condition.kind == Operand::constant) return out_.line("return not_done;");
    return out_.line("return {" + as(s.condition, wanted) + ", true};");
  }
  std::string value = as(s.condition, Rep::value);
  out_.line("return {" + (s.condition.kind == Operand::constant ? value : is_movable(s.condition) ? value + ".take()" : "incref(" + value + ")") + ", true};");
}

}  // namespace portalis::emission

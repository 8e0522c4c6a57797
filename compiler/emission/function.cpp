// A function's surroundings: its Code constant, its C++ signature, its parameters and locals.
#include "compiler/emission/function_emitter.hpp"
#include "compiler/emission/naming.hpp"
#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::FunctionKind;
using ir::Storage;

FunctionEmitter::FunctionEmitter(ModuleContext& context, uint32_t function, Writer& out)
    : context_(context), function_(*context.module.functions[function]), function_index_(function), out_(out), liveness_(function_) {
  find_loops(function_.body);
  find_callees(function_.body);
  find_taken(function_.body);
  variable_names_ = TypedEmitter::names_of(function_);
  for (size_t v = 0; v < variable_names_.size(); ++v) {
    if (function_.variables[v].storage != Storage::local) variable_names_[v] = cell_identifier(variable_names_[v]);
  }
}

bool FunctionEmitter::is_generator() const {
  return function_.kind == FunctionKind::generator || function_.kind == FunctionKind::coroutine ||
         function_.kind == FunctionKind::async_generator;
}

bool FunctionEmitter::is_borrowed_parameter(const ir::Variable& v) const {
  return v.storage == Storage::local && v.parameter != ir::no_index && !v.reassigned && !is_generator() && v.rep == ir::Rep::value;
}

std::string FunctionEmitter::variable(uint32_t index) { return variable_names_[index]; }

std::string FunctionEmitter::temporary(uint32_t index) const {
  auto it = renamed_.find(index);
  return it != renamed_.end() ? it->second : "t" + std::to_string(index);
}

// co_varnames: the parameters, then locals that no inner function captures.
std::vector<uint32_t> FunctionEmitter::named_locals() const {
  std::vector<uint32_t> out = function_.parameters;
  for (uint32_t i = 0; i < function_.variables.size(); ++i) {
    const ir::Variable& v = function_.variables[i];
    if (v.parameter == ir::no_index && v.storage == Storage::local && !v.inlined) out.push_back(i);
  }
  return out;
}

// co_cellvars: captured parameters, then other captured variables in the order of their names.
std::vector<uint32_t> FunctionEmitter::named_cells() const {
  std::vector<uint32_t> out, others;
  for (uint32_t p : function_.parameters) {
    if (function_.variables[p].storage == Storage::cell) out.push_back(p);
  }
  for (uint32_t i = 0; i < function_.variables.size(); ++i) {
    const ir::Variable& v = function_.variables[i];
    if (v.parameter == ir::no_index && v.storage == Storage::cell && !v.inlined) others.push_back(i);
  }
  std::sort(others.begin(), others.end(), [&](uint32_t a, uint32_t b) { return function_.variables[a].name < function_.variables[b].name; });
  out.insert(out.end(), others.begin(), others.end());
  return out;
}

void FunctionEmitter::emit_codes() {
  const std::string& symbol = function_.symbol;
  if (!function_.variables.empty()) {
    auto names = [&](const std::vector<uint32_t>& variables) {
      std::string list;
      for (uint32_t v : variables) list += (list.empty() ? "" : ", ") + string_literal(function_.variables[v].name, 1000);
      return list.empty() ? "nullptr" : list;
    };
    out_.line("const char* const " + symbol + "_names[] = {" + names(named_locals()) + "};");
    if (!named_cells().empty()) out_.line("const char* const " + symbol + "_cell_names[] = {" + names(named_cells()) + "};");
  }
  if (!function_.free_variables.empty()) {
    std::string names;
    for (uint32_t v : function_.free_variables) names += (names.empty() ? "" : ", ") + string_literal(function_.variables[v].name, 1000);
    out_.line("const char* const " + symbol + "_free_names[] = {" + names + "};");
  }
  for (size_t n = 0; n < function_.codes.size(); ++n) {
    const ir::Code& code = function_.codes[n];
    std::string name = n == 0 ? symbol : symbol + "_part" + std::to_string(n);
    out_.open("constexpr Position " + name + "_positions[] = {");
    std::string row;
    for (const ir::Position& p : code.positions) {
      auto column = [](uint32_t c) { return std::to_string(c > 0xfffe ? 0xffff : c); };
      std::string item = "{" + std::to_string(p.line) + ", " + std::to_string(p.end_line) + ", " + column(p.column) + ", " + column(p.end_column) +
                         ", " + column(p.anchor_start) + ", " + column(p.anchor_end) + "},";
      if (row.size() + item.size() > 110) {
        out_.line(row);
        row.clear();
      }
      row += (row.empty() ? "" : " ") + item;
    }
    out_.line(row.empty() ? "{0, 0, 0, 0, 0, 0}," : row);
    out_.close("};");
    if (n == 0) out_.line(signature() + ";");
    bool own = n == 0 && function_.kind != FunctionKind::module;
    uint32_t flags = (function_.has_varargs ? 4 : 0) | (function_.has_varkeywords ? 8 : 0) | (function_.kind == FunctionKind::generator ? 0x20 : 0) |
                     (function_.kind == FunctionKind::coroutine ? 0x80 : 0) | (function_.kind == FunctionKind::async_generator ? 0x200 : 0);
    out_.open("constexpr Code " + name + "_code = {");
    out_.line(".name = " + string_literal(code.name, 1000) + ", .qualname = " + string_literal(code.qualname, 1000) + ", .source = &py_source, .first_line = " +
              std::to_string(code.first_line) + ",");
    if (own) {
      out_.line(".positional_only = " + std::to_string(function_.positional_only) + ", .positional = " + std::to_string(function_.positional) +
                ", .keyword_only = " + std::to_string(function_.keyword_only) + ", .flags = " + std::to_string(flags) + ", .parameter_count = " +
                std::to_string(function_.parameters.size()) + ", .free_count = " + std::to_string(function_.free_variables.size()) + ",");
      if (!function_.free_variables.empty()) out_.line(".free_names = " + symbol + "_free_names,");
      if (!function_.variables.empty()) out_.line(".names = " + symbol + "_names, .local_count = " + std::to_string(named_locals().size()) + ",");
      if (size_t cells = named_cells().size()) out_.line(".cell_count = " + std::to_string(cells) + ", .cell_names = " + symbol + "_cell_names,");
    }
    out_.line(".positions = " + name + "_positions,");
    if (own) {
      out_.line(".body = " + symbol + ",");
      if (function_.doc != ir::no_index) out_.line(".doc = " + string_literal(context_.module.constants[function_.doc].text, 100, "      ") + ",");
    }
    out_.close("};");
  }
}

std::string FunctionEmitter::signature() const {
  if (function_.kind == FunctionKind::module) return "Value " + function_.symbol + "()";
  return "Value " + function_.symbol + "(Function* py_self, const Value* py_args)";
}

void FunctionEmitter::emit_parameters(const std::vector<bool>& shown) {
  for (uint32_t index = 0; index < function_.variables.size(); ++index) {
    if (!shown[index]) continue;
    const ir::Variable& v = function_.variables[index];
    std::string name = variable(index);
    bool parameter = v.parameter != ir::no_index;
    std::string argument = is_generator() ? identifier(v.name) + "_argument" : "py_args[" + std::to_string(v.parameter) + "]";
    switch (v.storage) {
      case Storage::local:
        if (is_generator() && parameter) break;   // the coroutine's own parameter
        if (parameter && v.rep == ir::Rep::number) out_.line("Number " + name + " = Number::from(incref(" + argument + "));");
        else if (!parameter) out_.line((v.rep == ir::Rep::number ? "Number" : local_type()) + (" " + name) + ";");
        else if (is_borrowed_parameter(v)) out_.line("const Value " + name + " = " + argument + ";");
        else out_.line(local_type() + (" " + name) + " = " + local_type() + "::borrow(" + argument + ");");
        break;
      case Storage::cell:
        out_.line("Ref " + name + " = make_cell(" + (!parameter ? "Undefined" : is_generator() ? argument + ".take()" : "incref(" + argument + ")") + ");");
        break;
      case Storage::free:
        out_.line("const Value " + name + " = closure_cell(py_self, " + std::to_string(v.closure_index) + ");");
        break;
    }
  }
}

void FunctionEmitter::emit_entry() {
  out_.line("ActiveFrame frame(" + function_.symbol + "_code, " + (function_.kind == FunctionKind::module ? "nullptr" : "py_self") + ", py_module);");
  out_.line("if (!frame.enter()) return Error;");
}

void FunctionEmitter::emit_prologue() {
  if (is_generator()) {
    out_.line("GeneratorFrame& frame = gen->frame;");
  } else {
    emit_entry();
  }
  if (function_.kind == FunctionKind::class_body) out_.line("const Value py_namespace = py_args[0];");
  emit_parameters(std::vector<bool>(function_.variables.size(), true));
  if (is_generator()) emit_generator_start();
}

// A new generator runs up to here at once, so that the collector sees what it holds from the beginning.
void FunctionEmitter::emit_generator_start() {
  std::vector<uint32_t> shown = named_locals();
  for (uint32_t v : named_cells()) {
    if (function_.variables[v].parameter == ir::no_index) shown.push_back(v);
  }
  for (uint32_t i = 0; i < function_.variables.size(); ++i) {
    if (function_.variables[i].inlined) shown.push_back(i);
  }
  std::string addresses;
  for (uint32_t v : shown) {
    bool number = function_.variables[v].rep == ir::Rep::number;   // holds nothing the collector needs to see
    addresses += (addresses.empty() ? "" : ", ") + (number ? "nullptr" : "&" + variable(v));
  }
  if (addresses.empty()) {
    out_.line("co_await std::suspend_always{};");
    return;
  }
  out_.line("Ref* const py_locals[] = {" + addresses + "};");
  out_.line("co_await gen->created(py_locals);");
}

bool ends_in_return(Statements body) {
  if (body.empty()) return false;
  const ir::Statement& last = body.back();
  return last.kind == ir::StatementKind::return_ || (last.kind == ir::StatementKind::line && ends_in_return(last.a));
}

void FunctionEmitter::emit() {
  emit_codes();
  const std::string& symbol = function_.symbol;
  if (is_generator()) {
    std::string parameters = "Generator* gen, [[maybe_unused]] Function* py_self", arguments = "gen, py_self";
    for (uint32_t p : function_.parameters) {
      const ir::Variable& v = function_.variables[p];
      parameters += ", Ref " + (v.storage == Storage::local ? variable(p) : identifier(v.name) + "_argument");
      arguments += ", Ref::borrow(py_args[" + std::to_string(v.parameter) + "])";
    }
    definition_ = out_.text().size();
    out_.open("GeneratorBody " + symbol + "_body(" + parameters + ") {");
    emit_prologue();
    block(function_.body);
    if (!ends_in_return(function_.body)) out_.line("co_return py::None;");
    out_.close();
    out_.open(signature() + " {");
    out_.line("Generator* gen = new_generator(py_self, " + symbol + "_code, py_module);");
    out_.line("return " + symbol + "_body(" + arguments + ").start();");
    out_.close();
  } else if (std::vector<size_t> ends = part_ends(); ends.size() > 1) {
    emit_parts(ends);
  } else {
    bool typed = context_.typed[function_index_];
    definition_ = out_.text().size();
    if (typed) {
      TypedEmitter(context_, function_, out_).emit();
      out_.open("Value " + symbol + "_general(Function* py_self, const Value* py_args) {");
    } else {
      out_.open((runs_once() && !has_loop(function_.body) ? "[[gnu::cold]] " : "") + signature() + " {");
    }
    emit_prologue();
    block(function_.body);
    if (!ends_in_return(function_.body)) out_.line("return py::None;");
    out_.close();
    if (typed) TypedEmitter::emit_entry(function_, out_);
  }
  out_.line("");
}

}  // namespace portalis::emission

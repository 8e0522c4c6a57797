// The printer of the IR.
#include "compiler/ir/print.hpp"

#include <cstdio>
#include <iterator>

namespace portalis::ir {
namespace {

constexpr const char* kind_names[] = {
#define PORTALIS_KIND(name, bit, text) text,
#include "abi/kinds.def"
#undef PORTALIS_KIND
};

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c < 0x20 || c == 0x7f) {
      char buffer[8];
      std::snprintf(buffer, sizeof buffer, "\\x%02x", c);
      out += buffer;
    } else {
      out += static_cast<char>(c);
    }
  }
  return out + "\"";
}

class Printer {
 public:
  Printer(const Module& module, const PrintOptions& options) : module_(module), options_(options) {}

  std::string run() {
    out_ = "module " + module_.name + (module_.is_package ? " (package)\n" : "\n");
    for (size_t i = 0; i < module_.functions.size(); ++i) function(i);
    return std::move(out_);
  }

 private:
  void indent() { out_.append(2 * depth_, ' '); }

  void function(size_t index) {
    fn_ = module_.functions[index].get();
    out_ += "\n" + std::string(kind_name(fn_->kind)) + " f" + std::to_string(index) + " " + fn_->symbol;
    if (fn_->kind != FunctionKind::module && fn_->kind != FunctionKind::class_body) parameters();
    if (fn_->defined_once) out_ += " once";
    out_ += "\n";
    depth_ = 1;
    for (const Code& code : fn_->codes) {
      indent();
      out_ += "code " + code.name + " = " + code.qualname + ", line " + std::to_string(code.first_line) + "\n";
    }
    if (fn_->doc != no_index) {
      indent();
      out_ += "doc " + constant(fn_->doc) + "\n";
    }
    for (uint32_t i = 0; i < fn_->variables.size(); ++i) variable_line(i);
    code_ = 0;
    block(fn_->body);
  }

  void parameters() {
    const Function& f = *fn_;
    out_ += "(";
    uint32_t named = f.positional + f.keyword_only;
    for (uint32_t i = 0; i < f.parameters.size(); ++i) {
      if (i) out_ += ", ";
      if (i == f.positional_only && i) out_ += "/, ";
      if (i == f.positional && i < named) out_ += "*, ";
      if (i >= named) out_ += (i == named && f.has_varargs) ? "*" : "**";
      out_ += f.variables[f.parameters[i]].name;
    }
    out_ += ")";
  }

  void variable_line(uint32_t i) {
    const Variable& v = fn_->variables[i];
    static constexpr const char* storage[] = {"local", "cell", "free"};
    indent();
    out_ += std::string(storage[static_cast<size_t>(v.storage)]) + " " + variable(i);
    if (v.parameter != no_index) out_ += " parameter " + std::to_string(v.parameter);
    if (v.storage == Storage::free) out_ += " closure " + std::to_string(v.closure_index);
    if (v.parameter != no_index && !v.reassigned) out_ += " constant";
    if (v.inlined) out_ += " inlined";
    if (v.rep == Rep::number) out_ += " number";
    out_ += "\n";
  }

  // Two variables of one function may share a Python name (inlined comprehensions): the later ones get their index.
  std::string variable(uint32_t i) const {
    if (i >= fn_->variables.size()) return "?variable" + std::to_string(i);
    for (uint32_t j = 0; j < i; ++j) {
      if (fn_->variables[j].name == fn_->variables[i].name) return fn_->variables[i].name + "'" + std::to_string(i);
    }
    return fn_->variables[i].name;
  }

  std::string name(uint32_t i) const { return i < module_.names.size() ? module_.names[i] : "?name" + std::to_string(i); }

  std::string constant(uint32_t i) const {
    if (i >= module_.constants.size()) return "?constant" + std::to_string(i);
    const Constant& c = module_.constants[i];
    char buffer[60];
    switch (c.kind) {
      case Constant::none: return "None";
      case Constant::true_: return "True";
      case Constant::false_: return "False";
      case Constant::ellipsis: return "...";
      case Constant::integer: return c.text;
      case Constant::real: std::snprintf(buffer, sizeof buffer, "%.17g", c.number); return std::string("float ") + buffer;
      case Constant::complex: std::snprintf(buffer, sizeof buffer, "%.17g%+.17gj", c.number, c.imaginary); return buffer;
      case Constant::string: return quoted(c.text);
      case Constant::bytes: return "b" + quoted(c.text);
      case Constant::tuple:
      case Constant::frozenset: {
        std::string out = c.kind == Constant::tuple ? "(" : "frozenset(";
        for (size_t k = 0; k < c.items.size(); ++k) out += (k ? ", " : "") + constant(c.items[k]);
        return out + ")";
      }
    }
    return "?";
  }

  std::string operand(const Operand& o) const {
    switch (o.kind) {
      case Operand::none: return "-";
      case Operand::temporary: return "t" + std::to_string(o.index);
      case Operand::constant: return constant(o.index);
      case Operand::variable: return variable(o.index);
    }
    return "?";
  }

  std::string temporary(uint32_t i) const {
    std::string out = "t" + std::to_string(i);
    if (i < fn_->temporaries.size() && fn_->temporaries[i].rep != Rep::value) {
      out += std::string(":") + rep_name(fn_->temporaries[i].rep);
    }
    return out;
  }

  std::string target(const Instruction& x) const {
    switch (x.op) {
      case Op::call:
      case Op::call_method:
      case Op::make_function:
      case Op::build_class:
        return x.target < module_.functions.size()
                   ? "f" + std::to_string(x.target) + ":" + module_.functions[x.target]->symbol
                   : "?function" + std::to_string(x.target);
      case Op::verify_type: return print_claim(module_, x.target);
      default: return variable(x.target);
    }
  }

  bool list_holds_variables(Op op) const {
    return op == Op::make_function || op == Op::build_class || op == Op::load_locals;
  }

  void instruction(const Instruction& x) {
    uint32_t results = result_count(x);
    if (results == 1) out_ += temporary(x.result) + " = ";
    if (results > 1) out_ += temporary(x.result) + "..t" + std::to_string(x.result + results - 1) + " = ";
    out_ += op_name(x.op);
    if (x.name != no_index) out_ += " ." + name(x.name);
    if (x.target != no_index) out_ += " [" + target(x) + "]";
    for (size_t i = 0; i < x.operands.size(); ++i) out_ += (i ? ", " : " ") + operand(x.operands[i]);
    if (x.count != 0) out_ += " #" + std::to_string(x.count);
    if (!x.list.empty()) {
      out_ += " {";
      for (size_t i = 0; i < x.list.size(); ++i) {
        out_ += (i ? ", " : "") + (list_holds_variables(x.op) ? variable(x.list[i]) : name(x.list[i]));
      }
      out_ += "}";
    }
    if (options_.positions && op_raises(x.op)) position(x.position, code_);
    out_ += "\n";
  }

  void position(uint32_t index, uint32_t code) {
    if (index >= fn_->codes[code].positions.size()) {
      out_ += "  @?" + std::to_string(index);
      return;
    }
    const Position& p = fn_->codes[code].positions[index];
    char buffer[96];
    std::snprintf(buffer, sizeof buffer, "  @%u:%u-%u:%u", p.line, p.column, p.end_line, p.end_column);
    out_ += buffer;
    if (p.anchor_start != p.anchor_end) {
      std::snprintf(buffer, sizeof buffer, "^%u-%u", p.anchor_start, p.anchor_end);
      out_ += buffer;
    }
  }

  void block(const Block& b) {
    ++depth_;
    for (const Statement& s : b) statement(s);
    --depth_;
  }

  void part(const char* title, const Block& b) {
    if (b.empty()) return;
    indent();
    out_ += std::string(title) + ":\n";
    block(b);
  }

  void loop(const Statement& s, const std::string& head) {
    out_ += head;
    if (options_.positions && s.kind != StatementKind::while_) position(s.instruction.position, code_);
    out_ += "\n";
    block(s.b);
    part("else", s.c);
  }

  void statement(const Statement& s) {
    indent();
    std::string id = "loop" + std::to_string(s.label);
    switch (s.kind) {
      case StatementKind::line:
        out_ += "line " + std::to_string(s.label) + "\n";
        block(s.a);
        break;
      case StatementKind::instruction: instruction(s.instruction); break;
      case StatementKind::if_:
        out_ += "if " + operand(s.condition) + "\n";
        block(s.a);
        part("else", s.b);
        break;
      case StatementKind::while_:
        if (!s.a.empty()) {
          out_ += "test " + id + "\n";
          block(s.a);
          indent();
        }
        loop(s, "while " + id + " " + operand(s.condition));
        break;
      case StatementKind::for_each:
        loop(s, "for " + id + " " + temporary(s.target) + " in " + operand(s.condition));
        break;
      case StatementKind::for_range: {
        std::string head = "for " + id + " " + temporary(s.target) + " in range";
        for (size_t i = 0; i < s.instruction.operands.size(); ++i) {
          head += (i ? ", " : " ") + operand(s.instruction.operands[i]);
        }
        loop(s, head);
        break;
      }
      case StatementKind::break_: out_ += "break " + id + "\n"; break;
      case StatementKind::continue_: out_ += "continue " + id + "\n"; break;
      case StatementKind::try_:
        out_ += "try\n";
        block(s.a);
        indent();
        out_ += "catch " + temporary(s.target) + "\n";
        block(s.b);
        part("else", s.c);
        break;
      case StatementKind::finally_:
        out_ += "protect\n";
        block(s.a);
        part("finally", s.b);
        break;
      case StatementKind::inline_frame: {
        out_ += "frame " + (s.label < fn_->codes.size() ? fn_->codes[s.label].name : "?code");
        if (options_.positions) position(s.instruction.position, code_);
        out_ += "\n";
        uint32_t outer = code_;
        code_ = s.label;
        block(s.a);
        code_ = outer;
        break;
      }
      case StatementKind::return_: out_ += "return " + operand(s.condition) + "\n"; break;
    }
  }

  const Module& module_;
  const PrintOptions& options_;
  std::string out_;
  const Function* fn_ = nullptr;
  size_t depth_ = 0;
  uint32_t code_ = 0;
};

std::string claim_text(const Module& module, uint32_t index, int depth) {
  if (index >= module.claims.size()) return "?";
  const Claim& claim = module.claims[index];
  if (claim.kinds == 0) return "nothing";
  auto held = [&](uint32_t inner) { return depth == 3 ? std::string("...") : claim_text(module, inner, depth + 1); };
  auto row = [&] {
    if (claim.items.empty()) return held(claim.element) + ", ...";
    std::string out;
    for (uint32_t item : claim.items) out += (out.empty() ? "" : ", ") + held(item);
    return out;
  };
  std::string defined;
  for (const Definition& d : claim.definitions) defined += (defined.empty() ? " " : "/") + d.qualname;
  std::string out;
  for (size_t bit = 0; bit < std::size(kind_names); ++bit) {
    if (!(claim.kinds >> bit & 1)) continue;
    out += (out.empty() ? "" : " | ") + std::string(kind_names[bit]);
    switch (1 << bit) {
      case kind_instance: out += (defined.empty() ? "" : " of") + defined; break;
      case kind_class:
      case kind_function: out += defined; break;
      case kind_list:
      case kind_set:
      case kind_iterator: out += "[" + held(claim.element) + "]"; break;
      case kind_tuple: out += "[" + row() + "]"; break;
      case kind_dict: out += "[" + held(claim.element) + ", " + held(claim.value) + "]"; break;
      default: break;
    }
  }
  return out;
}

}  // namespace

std::string print_claim(const Module& module, uint32_t claim) { return claim_text(module, claim, 0); }

std::string print(const Module& module, const PrintOptions& options) { return Printer(module, options).run(); }

}  // namespace portalis::ir

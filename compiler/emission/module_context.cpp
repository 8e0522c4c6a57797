// Names and constants of a module: static variables filled in once, before the module runs.
#include "compiler/emission/module_context.hpp"

#include <algorithm>
#include <charconv>

#include "compiler/emission/naming.hpp"

namespace portalis::emission {
namespace {

// An int that a Value holds inline.
bool is_inline_int(const std::string& digits, int64_t& value) {
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() && value < (int64_t{1} << 62) && value >= -(int64_t{1} << 62);
}

std::string view_literal(std::string_view bytes) {
  return "std::string_view(" + string_literal(bytes) + ", " + std::to_string(bytes.size()) + ")";
}

}  // namespace

ModuleContext& ModuleContext::scratch() {
  if (!scratch_) scratch_ = std::make_unique<ModuleContext>(module, source_);
  scratch_->typed = typed;
  return *scratch_;
}

ModuleContext::ModuleContext(const ir::Module& m, std::string_view source) : module(m), source_(source) {
  while (!source.empty()) {
    size_t end = source.find('\n');
    lines_.push_back(source.substr(0, end));
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
  }
}

std::string_view ModuleContext::source_line(uint32_t line) const {
  return line >= 1 && line <= lines_.size() ? lines_[line - 1] : std::string_view();
}

std::string ModuleContext::line_comment(uint32_t line) const {
  std::string_view text = source_line(line);
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  text = text.substr(0, 100);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\\')) text.remove_suffix(1);   // \ would continue the comment
  return std::string(text);
}

std::string ModuleContext::unique(std::string wanted) {
  std::string name = wanted;
  for (int n = 2; !taken_.insert(name).second; ++n) name = wanted + "_" + std::to_string(n);
  return name;
}

std::string ModuleContext::name(uint32_t index) {
  auto [it, fresh] = names_.try_emplace(index);
  if (fresh) it->second = unique("n_" + identifier_tail(module.names[index]));
  return used(it->second);
}

std::string ModuleContext::builtin(uint32_t index) {
  auto [it, fresh] = builtins_.try_emplace(index);
  if (fresh) {
    it->second = unique("b_" + identifier_tail(module.names[index]));
    name(index);
  }
  return used(it->second);
}

std::string ModuleContext::known_function(uint32_t function) {
  auto [it, fresh] = known_.try_emplace(function);
  if (fresh) it->second = unique("known_" + module.functions[function]->symbol);
  return used(it->second);
}

std::optional<ModuleContext::Bound> ModuleContext::bind(const ir::Function& callee, std::span<const ir::Operand> given,
                                                        const std::vector<uint32_t>& keywords, size_t first) const {
  size_t by_position = given.size() - keywords.size();
  if (callee.keyword_only != 0 || callee.has_varargs || callee.has_varkeywords || first + by_position > callee.positional) return std::nullopt;
  Bound out;
  out.operands.assign(given.begin(), given.begin() + static_cast<std::ptrdiff_t>(by_position));
  out.operands.resize(callee.positional - first);
  auto at = [&](size_t parameter) -> ir::Operand& { return out.operands[parameter - first]; };
  for (size_t k = 0; k < keywords.size(); ++k) {
    size_t p = std::max<size_t>(first, callee.positional_only);
    while (p < callee.positional && callee.variables[callee.parameters[p]].name != module.names[keywords[k]]) ++p;
    if (p == callee.positional || at(p).kind != ir::Operand::none) return std::nullopt;
    at(p) = given[by_position + k];
  }
  size_t without_default = callee.positional - (callee.defaults == ir::no_index ? 0 : module.constants[callee.defaults].items.size());
  for (size_t p = first; p < callee.positional; ++p) {
    if (at(p).kind != ir::Operand::none) continue;
    if (p < without_default) return std::nullopt;
    at(p) = {ir::Operand::constant, module.constants[callee.defaults].items[p - without_default]};
    out.with_defaults = true;
  }
  return out;
}

std::string ModuleContext::keywords(const std::vector<uint32_t>& list) {
  auto [it, fresh] = keywords_.try_emplace(list);
  if (fresh) {
    std::string wanted = "kw";
    for (uint32_t index : list) {
      name(index);
      wanted += "_" + identifier_tail(module.names[index]);
    }
    it->second = unique(wanted);
  }
  return used(it->second);
}

std::string ModuleContext::constant(uint32_t index) {
  const ir::Constant& c = module.constants[index];
  int64_t small = 0;
  switch (c.kind) {
    case ir::Constant::none: return "py::None";
    case ir::Constant::true_: return "py::True";
    case ir::Constant::false_: return "py::False";
    case ir::Constant::ellipsis: return "py::Ellipsis";
    case ir::Constant::integer:
      if (is_inline_int(c.text, small)) return "small_int(" + c.text + ")";
      break;
    default: break;
  }
  auto it = constants_.find(index);
  if (it != constants_.end()) return used(it->second);
  for (uint32_t item : c.items) constant(item);
  std::string tail = c.kind == ir::Constant::real      ? identifier_tail(real_literal(c.number))
                     : c.kind == ir::Constant::complex ? identifier_tail(real_literal(c.number) + "_" + real_literal(c.imaginary))
                                                       : identifier_tail(c.text);
  if (tail.empty()) tail = c.kind == ir::Constant::tuple ? "tuple" : c.kind == ir::Constant::frozenset ? "frozenset" : "text";
  constant_order_.push_back(index);
  return used(constants_[index] = unique("k_" + tail));
}

std::string ModuleContext::constant_expression(const ir::Constant& c) {
  switch (c.kind) {
    case ir::Constant::integer: return "constant_int(" + string_literal(c.text) + ")";
    case ir::Constant::real: return "constant_float(" + real_literal(c.number) + ")";
    case ir::Constant::complex: return "constant_complex(" + real_literal(c.number) + ", " + real_literal(c.imaginary) + ")";
    case ir::Constant::string: return "constant_str(" + view_literal(c.text) + ")";
    case ir::Constant::bytes: return "constant_bytes(" + view_literal(c.text) + ")";
    default: break;
  }
  std::string out = c.kind == ir::Constant::frozenset ? "constant_frozenset({" : "constant_tuple({";
  for (size_t i = 0; i < c.items.size(); ++i) out += (i ? ", " : "") + constant(c.items[i]);
  return out + "})";
}

const std::string& ModuleContext::used(const std::string& name) { return *used_.insert(name).first; }

void ModuleContext::begin_unit() {
  used_.clear();
  attribute_sites_ = method_sites_ = global_sites_ = native_sites_ = 0;
}

std::string ModuleContext::imports() const { return declarations(true); }
std::string ModuleContext::definitions() const { return declarations(false); }

std::string ModuleContext::declarations(bool external) const {
  Writer w;
  std::string prefix = external ? "extern " : "";
  auto list = [&](std::string_view type, const auto& names, const char* before) {
    if (names.empty()) return;
    std::string line = prefix + std::string(type);
    size_t empty_line = line.size();
    const char* separator = " ";
    bool any = false;
    for (const auto& [index, text] : names) {
      if (external && !used_.count(text)) continue;
      any = true;
      std::string item = separator + (before + text);
      if (line.size() + item.size() > 118 && line.size() != empty_line) {
        w.line(line + ",");
        line = "    " + (before + text);
      } else {
        line += item;
      }
      separator = ", ";
    }
    if (any) w.line(line + ";");
  };
  list("Str", names_, "*");
  list("Value", constants_, "");
  list("Value", builtins_, "");
  list("Value", keywords_, "");
  list("Function", known_, "*");
  return w.take();
}

std::string ModuleContext::sites() const {
  Writer w;
  auto sites = [&](const char* type, const char* name, uint32_t count) {
    if (count) w.line(std::string(type) + " " + name + "[" + std::to_string(count) + "];");
  };
  sites("AttributeSite", "sites", attribute_sites_);
  sites("MethodSite", "method_sites", method_sites_);
  sites("GlobalSite", "global_sites", global_sites_);
  sites("typed::NativeSite", "native_sites", native_sites_);
  return w.take();
}

std::string ModuleContext::initialiser() {
  Writer w;
  w.open("void fill_in_constants() {");
  for (const auto& [index, text] : names_) w.line(text + " = intern(" + view_literal(module.names[index]) + ");");
  for (uint32_t index : constant_order_) w.line(constants_[index] + " = " + constant_expression(module.constants[index]) + ";");
  for (const auto& [index, text] : builtins_) w.line(text + " = builtin(" + names_[index] + ");");
  for (const auto& [list, text] : keywords_) {
    std::string items;
    for (uint32_t index : list) items += (items.empty() ? "" : ", ") + ("object_value(" + names_[index] + ")");
    w.line(text + " = constant_tuple({" + items + "});");
  }
  w.close();
  return w.take();
}

}  // namespace portalis::emission

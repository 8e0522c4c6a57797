// Which builtins have a way of their own in emitted code (runtime/program/builtin_inline.hpp).
#include "compiler/emission/function_emitter.hpp"

namespace portalis::emission {
namespace {

struct Inline {
  std::string_view name;
  size_t arguments;
};
constexpr Inline inlined[] = {{"len", 1}, {"isinstance", 2}, {"abs", 1}, {"min", 2}, {"min", 3}, {"max", 2}, {"max", 3}, {"ord", 1}, {"int", 1}, {"float", 1}, {"bool", 1}, {"str", 1}, {"hash", 1}, {"dict", 1}};

}  // namespace

std::string FunctionEmitter::builtin_call(const ir::Instruction& i) {
  const std::string& name = context_.module.names[i.name];
  if (runs_once()) return call_once(context_.builtin(i.name), i, 0);
  std::string arguments = operands(i);
  std::string all = context_.builtin(i.name) + (arguments.empty() ? "" : ", " + arguments);
  if (!i.list.empty()) {
    return "invoke_with_keywords(" + context_.builtin(i.name) + ", " + context_.keywords(i.list) + (arguments.empty() ? "" : ", " + arguments) + ")";
  }
  for (const Inline& known : inlined) {
    if (known.name == name && known.arguments == i.operands.size()) return "builtin_" + name + "(" + all + ")";
  }
  return "invoke(" + all + ")";
}

}  // namespace portalis::emission

// Functions that are handed to somebody who will call them (threads, pools, timers, sort keys), and the objects of the
// standard library that hand values on (queues, futures, deques, defaultdicts). Receivers are often unknown, so the name
// of what is called has to do: what comes out is an expectation like all else here.
#include "compiler/inference/program.hpp"

namespace portalis::inference {
namespace {

enum class Passed : uint8_t {
  rest,        // the arguments after the function
  packed,      // one argument, a tuple or list of them, `distance` after the function
  elements,    // what iterating over each of the arguments after the function gives
  unpacked,    // what iterating over the argument after the function gives, unpacked
  folded,      // as reduce() does
};
struct Handing {
  std::string_view callee;
  uint8_t function;          // which argument is the function
  Passed passed;
  uint8_t distance = 1;
};
constexpr Handing handings[] = {
    {"submit", 0, Passed::rest},         {"map", 0, Passed::elements},         {"imap", 0, Passed::elements},
    {"imap_unordered", 0, Passed::elements}, {"starmap", 0, Passed::unpacked}, {"apply_async", 0, Passed::packed},
    {"apply", 0, Passed::packed},        {"run_in_executor", 1, Passed::rest}, {"call_soon", 0, Passed::rest},
    {"call_later", 1, Passed::rest},     {"to_thread", 0, Passed::rest},       {"Thread", 1, Passed::packed, 2},
    {"Process", 1, Passed::packed, 2},   {"Timer", 1, Passed::packed},         {"start_new_thread", 0, Passed::packed},
    {"register", 0, Passed::rest},       {"reduce", 0, Passed::folded},        {"filter", 0, Passed::elements},
    {"takewhile", 0, Passed::elements},  {"dropwhile", 0, Passed::elements},   {"filterfalse", 0, Passed::elements},
};
constexpr std::string_view takes_key[] = {"sorted", "min", "max", "sort", "groupby", "nsmallest", "nlargest", "insort"};
constexpr std::string_view in_a_row[] = {"Queue", "LifoQueue", "PriorityQueue", "SimpleQueue", "deque"};
constexpr std::string_view by_key[] = {"defaultdict", "Counter", "OrderedDict"};

}  // namespace

std::string Program::native_name(const Type& callee) {
  bool native = callee.is(ir::kind_function) && callee.id >= first_native_function && callee.id < first_native_module;
  return native ? native_functions_[callee.id - first_native_function].name : std::string();
}

void Program::handed_on(const std::string& callee, const Arguments& args, const ir::Instruction& x) {
  auto named = [&](std::string_view wanted) {
    for (const auto& [name, type] : args.named) {
      if (name == wanted) return type;
    }
    return Type{};
  };
  auto unpacked = [&](const Type& t) {
    Arguments out;
    if (!lattice_.has_content(t)) return out;
    const Content& c = lattice_.content(t);
    if (c.items.empty() && c.element.kinds) out.positional.push_back(c.element);
    else out.positional = c.items;
    return out;
  };
  if (Type target = named("target"); target.may(ir::kind_function)) call(target, unpacked(named("args")), nullptr);
  if (Type key = named("key"); key.may(ir::kind_function) && among(takes_key, callee)) {
    Type over = args.positional.empty() ? Type{} : args.positional[callee == "nsmallest" || callee == "nlargest"];
    if (callee == "sort") over = operand(x, 0);
    call(key, {{element(over)}, {}}, nullptr);
  }
  for (const Handing& h : handings) {
    if (h.callee != callee || h.function >= args.positional.size()) continue;
    const Type function = args.positional[h.function];
    if (!function.may(ir::kind_function) && !function.may(ir::kind_class) && !function.may(ir::kind_instance)) continue;
    auto rest = args.positional.begin() + h.function + 1;
    Arguments passed;
    switch (h.passed) {
      case Passed::rest: passed = {{rest, args.positional.end()}, args.named}; break;
      case Passed::packed: {
        size_t at = h.function + h.distance;
        passed = unpacked(at < args.positional.size() ? args.positional[at] : named("args"));
        break;
      }
      case Passed::elements:
        for (; rest != args.positional.end(); ++rest) passed.positional.push_back(element(*rest));
        break;
      case Passed::unpacked:
        if (rest != args.positional.end()) passed = unpacked(element(*rest));
        break;
      case Passed::folded:
        if (rest != args.positional.end()) passed.positional = {element(*rest), element(*rest)};
        break;
    }
    Type result_of = call(function, passed, nullptr);
    bool future = callee == "submit" || callee == "apply_async" || callee == "run_in_executor";
    bool several = callee == "map" || callee == "starmap" || callee.starts_with("imap");
    if ((future || several) && x.op == ir::Op::call_method) {
      Type made = container(x, future ? ir::kind_other : ir::kind_iterator);
      changed_ |= lattice_.join_element(made, result_of);
      result(x, made);
    }
  }
}

// An object of a class of the standard library, known by its name.
Type Program::made_by(const std::string& cls, const Arguments& args, const ir::Instruction& x) {
  auto argument = [&](size_t n) { return n < args.positional.size() ? args.positional[n] : Type{}; };
  bool keyed = among(by_key, cls);
  if (keyed || among(in_a_row, cls)) {
    Type made = container(x, ir::kind_other);
    lattice_.content(made).keyed = keyed;
    if (cls == "deque" || cls == "Counter") changed_ |= lattice_.join_element(made, element(argument(0)));
    if (cls == "Counter") changed_ |= lattice_.join_value(made, of(ir::kind_int));
    if (cls == "defaultdict" && x.operands.size() > 1) {
      const ir::Operand& factory = x.operands[1];
      uint32_t builtin = factory.kind == ir::Operand::temporary ? facts().builtins[factory.index] : ir::no_index;
      const std::string name = builtin == ir::no_index ? std::string() : facts().module->names[builtin];
      Type value = name == "int" ? of(ir::kind_int) : name == "float" ? of(ir::kind_float) : name == "str" ? of(ir::kind_str)
                   : name == "list" ? container(x, ir::kind_list, true) : name == "set" ? container(x, ir::kind_set, true)
                   : name == "dict" ? container(x, ir::kind_dict, true) : call(argument(0), {}, nullptr);
      changed_ |= lattice_.join_value(made, value);
    }
    return made;
  }
  if (cls == "as_completed") {
    Type made = container(x, ir::kind_iterator);
    changed_ |= lattice_.join_element(made, element(argument(0)));
    return made;
  }
  return !cls.empty() && cls[0] >= 'A' && cls[0] <= 'Z' ? of(ir::kind_other) : Type{};
}

Type Program::holder_method(const Type& holder, const std::string& name, const Arguments& args, const ir::Instruction* site) {
  auto argument = [&](size_t n) { return n < args.positional.size() ? args.positional[n] : Type{}; };
  if (lattice_.content(holder).keyed) return builtin_method({ir::kind_dict, unknown, holder.content}, name, args, site);
  if (name == "put" || name == "put_nowait" || name == "append" || name == "appendleft") changed_ |= lattice_.join_element(holder, argument(0));
  if (name == "extend" || name == "extendleft") changed_ |= lattice_.join_element(holder, element(argument(0)));
  if (name == "get" || name == "get_nowait" || name == "pop" || name == "popleft" || name == "result") return element(holder);
  return {};
}

}  // namespace portalis::inference

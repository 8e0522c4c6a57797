// Generator expressions that a builtin uses up on the spot, as in sum(x * x for x in items): a loop instead of a generator
// (semantics::Scope::in_place says which).
//
// What the builtin itself does with an element, such as adding it up, belongs to the frame of the caller: such
// instructions are marked `outside`.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

static constexpr const char* frame_name = "<genexpr>";

const GeneratorExp* Lowering::in_place_argument(const Call* e) const {
  if (e->args.empty() || e->args[0]->kind != ExprKind::GeneratorExp) return nullptr;
  return scopes_.of(e->args[0])->in_place ? as<GeneratorExp>(e->args[0]) : nullptr;
}

Operand Lowering::consume_in_place(const Call* e, const GeneratorExp* g, std::string_view consumer) {
  if (consumer == "sum") return sum_in_place(e, g);
  if (consumer == "any" || consumer == "all") return any_in_place(g, consumer == "all");
  if (consumer == "min" || consumer == "max") return extreme_in_place(g, consumer);
  bool set = consumer == "set";
  Operand items = collect(g, g->generators, g->elt, nullptr, frame_name, set ? Op::make_set : Op::make_list, set ? Op::set_add : Op::list_append);
  if (consumer == "tuple") return emit(Op::list_to_tuple, {items});
  if (consumer == "sorted") return emit(Op::call_builtin, {items}, {.name = name_index(consumer)});
  return items;
}

Operand Lowering::sum_in_place(const Call* e, const GeneratorExp* g) {
  Operand iterator = emit(Op::iter, {listed(g->generators[0]->iter)});
  Operand start = e->args.size > 1 ? expression(e->args[1]) : integer(0);
  Operand total = declare(Rep::value);
  inlined(g, frame_name, [&] {
    comprehension_loops(g->generators, 0, iterator, [&](uint32_t) {
      Operand item = expression(g->elt);
      copy(total, emit(Op::sum_step, {total, item, start}, {.outside = true}));
    });
  });
  return emit(Op::sum_result, {total, start});
}

// any() stops at the first true element, all() at the first false one.
Operand Lowering::any_in_place(const GeneratorExp* g, bool all) {
  Operand iterator = emit(Op::iter, {listed(g->generators[0]->iter)});
  Operand found = declare(Rep::boolean);
  copy(found, boolean(false));
  auto leave = [&](uint32_t label) { emit_jump(StatementKind::break_, label); };
  inlined(g, frame_name, [&] {
    comprehension_loops(
        g->generators, 0, iterator,
        [&](uint32_t label) {
          Operand holds = emit(Op::truth, {expression(g->elt)}, {.outside = true});
          if (all) holds = emit(Op::not_, {holds});
          branch(holds, [&] {
            copy(found, boolean(true));
            leave(label);
          });
        },
        [&](uint32_t label) { branch(found, [&] { leave(label); }); });
  });
  return emit(Op::from_boolean, {all ? emit(Op::not_, {found}) : found});
}

Operand Lowering::extreme_in_place(const GeneratorExp* g, std::string_view name) {
  Operand iterator = emit(Op::iter, {listed(g->generators[0]->iter)});
  Operand best = declare(Rep::value);
  inlined(g, frame_name, [&] {
    comprehension_loops(g->generators, 0, iterator, [&](uint32_t) {
      Operand item = expression(g->elt);
      Operand first = emit(Op::is_undefined, {best});
      branch(
          first, [&] { copy(best, item); },
          [&] {
            Operand better = emit(name == "min" ? Op::lt : Op::gt, {item, best}, {.outside = true});
            branch(emit(Op::truth, {better}, {.outside = true}), [&] { copy(best, item); });
          });
    });
  });
  branch(emit(Op::is_undefined, {best}), [&] { emit(Op::raise_empty, {}, {.name = name_index(name)}); });
  return best;
}

}  // namespace portalis::lowering

// Tables and small helpers of the IR.
#include "compiler/ir/ir.hpp"

namespace portalis::ir {
namespace {

struct OpInfo {
  const char* name;
  Rep result;
  bool raises;
};

constexpr OpInfo op_table[] = {
#define PORTALIS_IR_OP(name, result, raises) {#name, Rep::result, raises},
#include "compiler/ir/ops.def"
#undef PORTALIS_IR_OP
};

constexpr const char* kind_names[] = {"module",    "function",  "lambda",         "class_body",
                                      "generator", "coroutine", "async_generator"};
constexpr const char* rep_names[] = {"none", "value", "boolean", "integer", "real", "number"};

}  // namespace

const char* op_name(Op op) { return op_table[static_cast<size_t>(op)].name; }
Rep op_result(Op op) { return op_table[static_cast<size_t>(op)].result; }
bool op_raises(Op op) { return op_table[static_cast<size_t>(op)].raises; }

bool takes_numbers(Op op) {
  switch (op) {
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::true_divide:
    case Op::power:
    case Op::inplace_add:
    case Op::inplace_subtract:
    case Op::inplace_multiply:
    case Op::inplace_true_divide:
    case Op::inplace_power:
    case Op::negative:
    case Op::lt:
    case Op::le:
    case Op::eq:
    case Op::ne:
    case Op::gt:
    case Op::ge:
    case Op::box:
    case Op::store_variable: return true;
    default: return false;
  }
}

uint32_t result_count(const Instruction& instruction) {
  if (instruction.result == no_index) return 0;
  switch (instruction.op) {
    case Op::unpack: return instruction.count;
    case Op::unpack_star: return (instruction.count & 0xffff) + 1 + (instruction.count >> 16);
    case Op::with_enter:
    case Op::async_with_enter: return 2;
    default: return 1;
  }
}

const char* kind_name(FunctionKind kind) { return kind_names[static_cast<size_t>(kind)]; }
const char* rep_name(Rep rep) { return rep_names[static_cast<size_t>(rep)]; }

const char* operator_method(Op op) {
  switch (op) {
    case Op::add: case Op::inplace_add: return "__add__";
    case Op::subtract: case Op::inplace_subtract: return "__sub__";
    case Op::multiply: case Op::inplace_multiply: return "__mul__";
    case Op::true_divide: case Op::inplace_true_divide: return "__truediv__";
    case Op::floor_divide: case Op::inplace_floor_divide: return "__floordiv__";
    case Op::remainder: case Op::inplace_remainder: return "__mod__";
    case Op::negative: return "__neg__";
    default: return "";
  }
}

}  // namespace portalis::ir

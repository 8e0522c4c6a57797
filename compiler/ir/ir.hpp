// The IR: one structured, three-address program per Python module.
//
// Control flow stays structured (if, loops, try, finally) so that emitted C++ reads like the Python
// it came from; expressions are flattened, in CPython's evaluation order, into instructions over
// temporaries, because every step may raise. Each temporary carries its representation (Rep); later
// passes refine representations without changing emission.
//
// Ownership: a Module owns everything below it. Data only: lowering builds it, passes rewrite it,
// emission reads it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace portalis::ir {

// How a temporary is held in C++.
enum class Rep : uint8_t {
  none,      // the instruction has no result
  value,     // py::Ref, owned
  boolean,   // C++ bool; an instruction that yields it and fails leaves through the error exit
  integer,   // int64_t
  real,      // double
  number,    // py::Number: an unboxed double if it is a float, else an owned value; see takes_numbers()
};

inline constexpr uint32_t no_index = UINT32_MAX;

// What inference (compiler/inference) expects a value to be: a set of kinds, 0 when nothing is known.
enum Kind : uint16_t {
#define PORTALIS_KIND(name, bit, text) kind_##name = 1 << bit,
#include "abi/kinds.def"
#undef PORTALIS_KIND
};
using Kinds = uint16_t;

// Where inference has seen everything that can come to a place, it says so by a Claim (Module::claims): a value of which that is
// not true is a mistake of inference. --verify-types looks for such values in the running program.
struct Definition {                // of a class or function of the program
  std::string file;                // empty: the module that the claim belongs to
  std::string qualname;
  uint32_t line = 0;
};
struct Claim {
  Kinds kinds = 0;                 // 0: there is no value
  std::vector<Definition> definitions;   // instances are of these classes, classes are these, or derived from them; functions are these.
                                   // Empty: nothing is said
  uint32_t element = no_index, value = no_index;   // claims: what containers hold, keys of dicts; their values. no_index: nothing is said
  std::vector<uint32_t> items;     // of tuples, by position, all of which have as many (or none)
};

struct Operand {
  // A variable operand is a direct, borrowed read of a local that is certainly bound here and is not
  // reassigned before the instruction runs; every other read goes through Op::load_variable.
  enum Kind : uint8_t { none, temporary, constant, variable } kind = none;
  uint32_t index = 0;              // into Function::temporaries, Module::constants, Function::variables
};

struct Position {                  // lines from 1; columns in UTF-8 bytes from 0
  uint32_t line = 0, end_line = 0;
  uint32_t column = 0, end_column = 0;
  uint32_t anchor_start = 0, anchor_end = 0;   // columns of the operator for ~~~^^~~ (CPython 3.11's rule for binary
                                               // operators and subscripts); equal when there are none
};

enum class Op : uint8_t {
#define PORTALIS_IR_OP(name, result, raises) name,
#include "compiler/ir/ops.def"
#undef PORTALIS_IR_OP
};
const char* op_name(Op op);
Rep op_result(Op op);
bool op_raises(Op op);
const char* operator_method(Op op);      // "__add__" for add and inplace_add; "" for what is no operator or a rare one
const char* rep_name(Rep rep);
// The only instructions whose operands may be numbers (temporaries or variables): arithmetic and comparisons,
// Op::box, and store_variable into a variable held as a number.
bool takes_numbers(Op op);

struct Instruction {
  Op op{};
  uint32_t result = no_index;      // temporary; instructions with several results use consecutive ones from here
  std::vector<Operand> operands;
  uint32_t name = no_index;        // into Module::names
  uint32_t target = no_index;      // function or variable, see ops.def
  uint32_t count = 0;              // see ops.def
  std::vector<uint32_t> list;      // keyword names or captured variables, see ops.def
  uint32_t position = 0;           // into the positions of the enclosing Code
  bool outside = false;            // in an inline_frame, but run by the function around it, where that stands: an error has
                                   // nothing to do with the inlined frame
};

// How many consecutive temporaries from `result` the instruction defines; 0 without a result.
uint32_t result_count(const Instruction& instruction);
// Reads, assigns or unbinds the variable `target`.
inline bool is_of_variable(const Instruction& i) { return i.op == Op::load_variable || i.op == Op::store_variable || i.op == Op::clear_variable; }

struct Statement;
using Block = std::vector<Statement>;

enum class StatementKind : uint8_t {
  line,          // a: what the Python statement starting on line `label` does; a scope for temporaries
  instruction,
  if_,           // condition (Rep::boolean); a, b
  while_,        // a: computes condition; condition (constant True when endless); b: body; c: else block. label: loop id
  for_each,      // condition: iterator (value temporary); target: element temporary, owned anew each round; b: body; c: else
  for_range,     // instruction.operands: start, stop, step of an unshadowed range(); target: element; b: body; c: else
  break_,        // label: loop id; leaves the loop without its else block
  continue_,     // label: loop id
  try_,          // a: body; target: temporary of the caught exception; b: handler (normal end = handled); c: else
  finally_,      // a: body; b: runs on every exit from a (also return, break, continue, error)
  inline_frame,  // a runs in a frame of its own, Function::codes[label] (an inlined comprehension);
                 // instruction.position: where the enclosing frame stands meanwhile
  return_,       // condition: the value
};

struct Statement {
  StatementKind kind = StatementKind::instruction;
  uint32_t label = no_index;
  uint32_t target = no_index;
  Operand condition;
  Instruction instruction;         // for_each, for_range: position for errors of the loop itself
  Block a, b, c;
};

enum class Storage : uint8_t {
  local,         // a C++ local of the function
  cell,          // a py::Cell made by this function (captured by an inner one)
  free,          // a py::Cell received through the closure
};

struct Variable {
  std::string name;
  Storage storage = Storage::local;
  Rep rep = Rep::value;            // value or number (a local that is certainly bound wherever it is read)
  Kinds expected = 0;
  uint32_t claim = no_index;       // into Module::claims
  uint32_t parameter = no_index;   // index among the parameters, if it is one
  uint32_t closure_index = 0;      // Storage::free: position in the closure
  bool reassigned = true;          // a parameter that is never assigned nor deleted may stay borrowed
  bool inlined = false;            // belongs to an inlined comprehension; as a cell it is made anew by Op::new_cell
};

struct Temporary {
  Rep rep = Rep::value;
  bool declared = false;           // assigned in more than one place: Op::declare comes first, in an enclosing block
  Kinds expected = 0;
  uint32_t claim = no_index;       // into Module::claims
};

enum class FunctionKind : uint8_t { module, function, lambda, class_body, generator, coroutine, async_generator };
const char* kind_name(FunctionKind kind);

// What a traceback knows of a piece of code: the function itself is codes[0], inlined comprehensions follow.
struct Code {
  std::string name;                // "<module>", "outer", "<lambda>", "<listcomp>"
  std::string qualname;
  uint32_t first_line = 1;
  std::vector<Position> positions;
  bool generator = false;          // an inlined generator expression: a StopIteration does not leave it as such (PEP 479)
};

struct Function {
  FunctionKind kind = FunctionKind::function;
  std::string symbol;              // unique C++ identifier in the module, readable: "f_outer", "f_Stack_push", "f_outer_inner"
  std::vector<Code> codes;
  uint32_t positional_only = 0, positional = 0, keyword_only = 0;   // positional includes positional-only
  bool has_varargs = false, has_varkeywords = false;
  std::vector<uint32_t> parameters;       // variables in co_varnames order: positional, keyword-only, *args, **kwargs
  std::vector<Variable> variables;
  std::vector<uint32_t> free_variables;   // in closure order
  std::vector<Temporary> temporaries;
  uint32_t doc = no_index;                // constant
  uint32_t defaults = no_index;           // constant: the tuple of what its last positional parameters default to, where that is one
  Kinds returns = 0;                      // expected
  uint32_t returns_claim = no_index;
  uint32_t instance_attributes = 0;       // of a class body: how many names the program stores into its instances, as far as inference sees
  bool defined_once = false;              // made at most once in the life of the program and kept for ever: bound to a
                                          // global name that nothing else in the module assigns, or in such a class
  Block body;
};

struct Constant {
  enum Kind : uint8_t { none, true_, false_, ellipsis, integer, real, complex, string, bytes, tuple, frozenset } kind = none;
  std::string text;                // integer: decimal digits, optional '-'; string: UTF-8 (WTF-8); bytes: raw
  double number = 0;               // real, complex
  double imaginary = 0;            // complex
  std::vector<uint32_t> items;     // tuple, frozenset: constants
};

struct Module {
  std::string name;                // "__main__", "pkg.sub.beta"
  std::string file;
  bool is_package = false;
  std::vector<std::string> names;
  std::vector<Constant> constants;
  std::vector<Claim> claims;
  std::vector<std::unique_ptr<Function>> functions;   // [0] is the module body
};

}  // namespace portalis::ir

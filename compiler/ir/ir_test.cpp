// The verifier finds what it promises to find; the printer says what is there.
#include <gtest/gtest.h>

#include "compiler/ir/print.hpp"
#include "compiler/ir/verify.hpp"

namespace portalis::ir {
namespace {

// A module whose body is `x = <constant>` through a temporary, sound as it is.
class IrTest : public ::testing::Test {
 protected:
  IrTest() {
    module.name = "m";
    module.names = {"x"};
    module.constants.push_back({Constant::integer, "1"});
    module.functions.push_back(std::make_unique<Function>());
    fn().symbol = "module";
    fn().kind = FunctionKind::module;
    fn().codes.push_back({"<module>", "<module>", 1, {Position{1, 1, 0, 1}}});
    add(Op::make_list, {{Operand::constant, 0}}, true);
    add(Op::store_global, {{Operand::temporary, 0}}, false).name = 0;
  }

  Function& fn() { return *module.functions[0]; }

  Instruction& add(Op op, std::vector<Operand> operands, bool result) {
    Statement s;
    s.instruction.op = op;
    s.instruction.operands = std::move(operands);
    if (result) {
      s.instruction.result = static_cast<uint32_t>(fn().temporaries.size());
      fn().temporaries.push_back({op_result(op), false});
    }
    fn().body.push_back(std::move(s));
    return fn().body.back().instruction;
  }

  // The one problem of the module.
  std::string problem() {
    auto problems = verify(module);
    return problems.size() == 1 ? problems[0] : std::to_string(problems.size()) + " problems";
  }

  Module module;
};

TEST_F(IrTest, SoundModuleHasNoProblems) { EXPECT_TRUE(verify(module).empty()); }

TEST_F(IrTest, UseBeforeDefinition) {
  std::swap(fn().body[0], fn().body[1]);
  EXPECT_EQ(problem(), "f0 module: t0 is used before it is defined");
}

TEST_F(IrTest, UseOutsideOfBlock) {
  Statement line;
  line.kind = StatementKind::line;
  line.a.push_back(fn().body[0]);
  fn().body[0] = line;
  EXPECT_EQ(problem(), "f0 module: t0 is used outside its block");
}

TEST_F(IrTest, NameOutOfRange) {
  fn().body[1].instruction.name = 7;
  EXPECT_EQ(problem(), "f0 module: store_global: name out of range");
}

TEST_F(IrTest, PositionOutOfRange) {
  fn().body[1].instruction.position = 3;
  EXPECT_EQ(problem(), "f0 module: store_global: position out of range");
}

TEST_F(IrTest, CopyWantsADeclaredTemporary) {
  Instruction& copy = add(Op::copy, {{Operand::constant, 0}}, false);
  copy.result = 0;
  EXPECT_EQ(problem(), "f0 module: copy into a temporary that is not declared");
}

TEST_F(IrTest, BreakNeedsItsLoop) {
  Statement jump;
  jump.kind = StatementKind::break_;
  jump.label = 4;
  fn().body.push_back(jump);
  EXPECT_EQ(problem(), "f0 module: break or continue of loop4 outside of it");
}

TEST_F(IrTest, ConditionIsABoolean) {
  Statement test;
  test.kind = StatementKind::if_;
  test.condition = {Operand::temporary, 0};
  fn().body.push_back(test);
  EXPECT_EQ(problem(), "f0 module: if takes a boolean, t0 is a value");
}

TEST_F(IrTest, Print) {
  EXPECT_EQ(print(module),
            "module m\n\nmodule f0 module\n  code <module> = <module>, line 1\n    t0 = make_list 1\n"
            "    store_global .x t0\n");
}

}  // namespace
}  // namespace portalis::ir

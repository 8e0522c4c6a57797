// Where temporaries are used last, so that emission can move references instead of counting them and release
// them when CPython would.
#pragma once

#include <unordered_map>
#include <vector>

#include "compiler/ir/ir.hpp"

namespace portalis::emission {

class Liveness {
 public:
  explicit Liveness(const ir::Function& function);
  // `statement` is the only place left that reads the temporary (and it does not stand in a loop the
  // temporary is defined outside of).
  bool is_last_use(uint32_t temporary, const ir::Statement& statement) const;
  // Nothing in `statement` or after it reads the temporary.
  bool dead_before(uint32_t temporary, const ir::Statement& statement) const;
  uint32_t uses(uint32_t temporary) const { return temporaries_[temporary].uses; }

 private:
  struct Info {
    uint32_t uses = 0, last = 0, defined_loop = 0, last_loop = 0;
  };
  void visit(const ir::Block& block, uint32_t loop);
  void define(uint32_t temporary, uint32_t count, uint32_t loop);
  void use(const ir::Operand& operand, uint32_t loop);

  std::vector<Info> temporaries_;
  std::unordered_map<const ir::Statement*, uint32_t> order_;
  uint32_t clock_ = 0, loops_ = 0;
};

}  // namespace portalis::emission

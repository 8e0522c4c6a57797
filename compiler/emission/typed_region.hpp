// Typed regions: loops of a function that has no typed version as a whole, because it prints, stores attributes or keeps
// generators waiting elsewhere. A run of statements with a loop in it that changes nothing but local variables becomes a
// function of its own, an attempt like any typed version: it takes the variables it reads and gives back those it
// assigns; where it gives up, the statements run in their general form, as if nothing had been.
//
// A loop that does change something, or returns out of the function, may have a region with stages: where that gives up,
// the general form goes on from the stage it had come to. So may the body of a function without loops that stores what it
// computes: a method that moves something.
#pragma once

#include <optional>

#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

struct TypedRegion {
  ir::Function function;                 // the statements, as a function of the variables read before they are assigned
  std::vector<RegionOutput> outputs;
  bool staged = false, returns = false;  // returns: may end with a return of the function
  std::vector<KeptLoop> loops;           // whose state a region with stages gives back
  size_t end = 0;                        // in the block: after its last statement
};

// The longest region that ends with the loop at statements[loop] and begins at `earliest` or later; none if not even the
// loop alone has a typed form. `symbol` names its function.
std::optional<TypedRegion> find_region(ModuleContext& context, const ir::Function& function, const ir::Block& statements, size_t earliest,
                                       size_t loop, const std::string& symbol, size_t& begin);

// The whole body of a function without loops, as a region with stages.
std::optional<TypedRegion> find_body_region(ModuleContext& context, const ir::Function& function, const std::string& symbol);

// "struct f_main_region1_results {...};", the count of attempts, and its function.
void emit_region(ModuleContext& context, TypedRegion& region, Writer& out);

}  // namespace portalis::emission

// Whole-program inference: what every variable, temporary and result of the program is expected to be.
//
// All modules given are one program. Types flow from literals and calls through locals, globals, attributes (by class),
// containers, parameters and results until nothing changes. Python can always do what no analysis sees (setattr, __dict__,
// a module changed from outside), so what comes out is an expectation, not a proof: it is written into the IR as
// `expected`, and whoever uses it must be right when it is wrong. Emission checks where a value comes in (a tag, a class
// version) and keeps the general way beside.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/ir/ir.hpp"

namespace portalis::inference {

// Fills in `expected` of every Temporary and Variable and `returns` of every Function. A pure function of the modules.
void infer(const std::vector<ir::Module*>& modules);

// closed: the modules are a whole program. open: anybody may import them, call what they define and change what they hold.
enum class World : uint8_t { closed, open };

// Also says which of those are complete, which takes twice the time.
void infer_completeness(const std::vector<ir::Module*>& modules, World world);

// The source of one inferred module with the types of its variables and calls beside each line, and why a type is open.
std::string annotate(const ir::Module& module, std::string_view source);

}  // namespace portalis::inference

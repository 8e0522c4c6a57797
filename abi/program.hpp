// Everything emitted C++ may use: this header is the contract between the compiler and the runtime.
#pragma once

#include "runtime/object/container_inline.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/program/builtin_inline.hpp"
#include "runtime/program/generator.hpp"
#include "runtime/program/loops.hpp"
#include "runtime/program/number.hpp"
#include "runtime/program/once.hpp"
#include "runtime/program/statements.hpp"
#include "runtime/program/start.hpp"
#include "runtime/program/resume.hpp"
#include "runtime/program/typed.hpp"
#include "runtime/program/typed_dicts.hpp"
#include "runtime/program/typed_texts.hpp"
#include "runtime/program/verify_types.hpp"

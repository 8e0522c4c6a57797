// Properties of characters that only unicodedata has, and normal forms (UAX #15).
#pragma once

#include <string_view>
#include <vector>

#include "runtime/modules/text/unicodedata_tables.hpp"
#include "runtime/object/str.hpp"

namespace py::unicode {

uint8_t run_value(const uint32_t* runs, int count, uint32_t c);
uint8_t combining_class(uint32_t c);
const OldRecord& old_record(uint32_t c);                 // as of Unicode 3.2
const uint32_t* decomposition_of(uint32_t c);            // into decomposition_data; null: none
// Appends s in the form "NFC", "NFD", "NFKC" or "NFKD"; old: as of Unicode 3.2. False: there is no such form.
bool normal_form(std::vector<uint32_t>& out, std::string_view form, Str* s, bool old);

}  // namespace py::unicode

// What the files of _datetime share: layouts of timedelta, date, time and datetime, and the calendar (Modules/_datetimemodule.c).
//
// Instances never change, but for the hash that is remembered. What is seldom called is Python (stdlib/datetime) and put into
// the classes by complete().
#pragma once

#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/text.hpp"

namespace py::datetime {

struct Delta : Object {
  int32_t days, seconds, microseconds;   // seconds and microseconds in range, never negative
  std::atomic<int64_t> hash;             // -1: not computed yet
};
struct Day {
  int year, month, day;
};
struct Clock {
  int hour, minute, second, microsecond;
};
struct Date : Object {
  Day day;
  std::atomic<int64_t> hash;
};
struct Time : Object {
  Clock clock;
  int fold;
  Value zone;                            // owned; None: naive
  std::atomic<int64_t> hash;
};
struct Moment : Date {                   // datetime
  Clock clock;
  int fold;
  Value zone;                            // owned; None: naive
};

extern Type delta_type, date_type, time_type, moment_type;
inline bool is_a(Value v, Type& t) { return v.is_object() && (type_of(v) == &t || is_subtype(type_of(v), &t)); }
inline Delta* as_delta(Value v) { return is_a(v, delta_type) ? v.as<Delta>() : nullptr; }
inline Moment* as_moment(Value v) { return is_a(v, moment_type) ? v.as<Moment>() : nullptr; }
inline Date* as_date(Value v) { return is_a(v, date_type) ? v.as<Date>() : nullptr; }
inline Time* as_time(Value v) { return is_a(v, time_type) ? v.as<Time>() : nullptr; }

// ---- the calendar ----
inline constexpr int64_t last_ordinal = 3652059;
int days_in_month(int year, int month);
int64_t ordinal_of(const Day& d);        // 1 January of year 1 is day 1
Day day_of(int64_t ordinal);
inline int weekday_of(const Day& d) { return static_cast<int>((ordinal_of(d) + 6) % 7); }   // 0: Monday
bool check_day(const Day& d);            // false: ValueError
bool check_clock(const Clock& c, int fold);
Value raise_date_overflow();

// ---- instances; cls exact or derived ----
// days, seconds and microseconds of any size and sign; OverflowError.
Value make_delta(int64_t days, int64_t seconds, int64_t microseconds, Type* cls = &delta_type);
Value new_date(Type* cls, const Day& d);                 // for __new__
Value new_time(Type* cls, const Clock& c, Value zone, int fold);
Value new_moment(Type* cls, const Day& d, const Clock& c, Value zone, int fold);
// As results of arithmetic and class methods: derived classes are called.
Value make_date(Type* cls, const Day& d);
Value make_moment(Type* cls, const Day& d, const Clock& c, Value zone, int fold);

Value compare_deltas(const Delta* a, const Delta* b, Compare op);
int order_of(const Delta* a, const Delta* b);
inline Value subtract_deltas(const Delta* a, const Delta* b) {
  return make_delta(int64_t{a->days} - b->days, a->seconds - b->seconds, a->microseconds - b->microseconds);
}
void write_state(const Day& d, uint8_t* out);             // 4 bytes, for hashes and __reduce__
void write_state(const Clock& c, uint8_t* out);           // 6 bytes
Clock read_state(const uint8_t* state);                   // of a clock
int64_t remembered_hash(std::atomic<int64_t>& known, int64_t (*compute)(Value), Value v);
int64_t hash_of_delta(Value v);

// ---- time zones ----
bool check_zone(Value zone);             // None or a tzinfo; false: TypeError
void set_zone_class(Type* tzinfo);
// zone.utcoffset(argument) or zone.dst(argument), checked: None or a timedelta; owned.
Value ask_zone(Value zone, const char* method, Value argument);
inline Value utc_offset(Value zone, Value argument) { return zone.is_none() ? None : ask_zone(zone, "utcoffset", argument); }

// ---- seconds since 1970 (stamps.cpp): methods ----
Value now(const Value* args, uint32_t n);
Value utcnow(const Value* args, uint32_t n);
Value moment_fromtimestamp(const Value* args, uint32_t n);
Value utcfromtimestamp(const Value* args, uint32_t n);
Value date_fromtimestamp(const Value* args, uint32_t n);
Value today(const Value* args, uint32_t n);
Value timestamp(const Value* args, uint32_t n);
Value local_offset(const Value* args, uint32_t n);

// ---- texts ----
void append_day(Text& out, const Day& d);                            // 2024-01-31
bool append_clock(Text& out, const Clock& c, Value timespec, int argument);   // of isoformat(); false: TypeError or ValueError
bool append_offset(Text& out, Value zone, Value argument, const char* colon);   // +01:00; nothing for naive ones
void append_number(Text& out, int value, int width);
// The repr's end: fold and tzinfo, with the parenthesis.
Value finish_repr(Text& out, Value zone, int fold, bool fold_first);
// strftime of these; `self` is what zones are asked about.
Value format_moment(Value format, const Day& d, const Clock& c, Value zone, Value self);
Value str_by_isoformat(Value self);
Value format_by_strftime(const Value* args, uint32_t n);             // __format__

// ---- arguments, as PyArg_ParseTupleAndKeywords with format "i" and "O" words its errors ----
struct Parameters {
  const char* function;                  // null: "function"
  const char* const* names;
  int count, required, positional;
  uint32_t ints;                         // bits of those that have to be ints: what is wrong with them is said first
};
bool bind(const Parameters& p, const Value* args, uint32_t n, Tuple* kwnames, Value* out);
bool parsed_int(Value v, int& out);    // Undefined: `out` stays
// The bytes that __reduce__ gave, of that length, or null.
const Bytes* pickled_state(const Value* args, uint32_t n, Tuple* kwnames, int64_t length);

}  // namespace py::datetime

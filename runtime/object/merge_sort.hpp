// Timsort with CPython 3.11's powersort merge order: stable, few comparisons, galloping merges.
//
// The elements are keys with an optional parallel array of values that follows every move. `Less` is called as
// less(a, b) and returns 1, 0 or -1 (error, which stops the sort with the arrays still a permutation of the input).
// References: Tim Peters, Objects/listsort.txt; Munro and Wild, "Nearly-Optimal Mergesorts" (2018).
#pragma once

#include <cstring>

#include "runtime/object/containers.hpp"

namespace py {

template <class Less>
class MergeSort {
 public:
  MergeSort(Value* keys, Value* values, int64_t count, Less less) : keys_(keys), values_(values), count_(count), less_(less) {}

  bool run() {                           // false: less failed, or no memory (its error is pending)
    if (count_ < 2) return true;
    if (count_ >= fewest_for_runs && !room_.reserve(values_ ? count_ + 2 : count_ / 2 + 1)) return false;
    scratch_keys_ = room_.data();
    scratch_values_ = values_ ? scratch_keys_ + count_ / 2 + 1 : nullptr;
    int64_t minimum = minimum_run(count_);
    for (int64_t low = 0; low < count_;) {
      int64_t length = natural_run(low);
      if (length < 0) return false;
      if (length < minimum) {
        int64_t forced = count_ - low < minimum ? count_ - low : minimum;
        if (!insertion_sort(low, low + forced, low + length)) return false;
        length = forced;
      }
      if (depth_ > 0) {
        int power = boundary_power(runs_[depth_ - 1].base, runs_[depth_ - 1].length, length);
        while (depth_ > 1 && runs_[depth_ - 2].power > power) {
          if (!merge_top()) return false;
        }
        runs_[depth_ - 1].power = power;
      }
      runs_[depth_++] = {low, length, 0};
      low += length;
    }
    while (depth_ > 1) {
      if (!merge_top()) return false;
    }
    return true;
  }

 private:
  struct Run { int64_t base, length; int power; };
  static constexpr int64_t fewest_for_runs = 64;          // fewer are one run, of which nothing is merged

  static int64_t minimum_run(int64_t n) {
    int64_t rest = 0;
    while (n >= fewest_for_runs) {
      rest |= n & 1;
      n >>= 1;
    }
    return n + rest;
  }

  // The depth of the boundary between two neighbouring runs in the virtual merge tree.
  int boundary_power(int64_t base, int64_t left, int64_t right) {
    int result = 0;
    int64_t a = 2 * base + left, b = a + left + right;
    for (;;) {
      ++result;
      if (a >= count_) {
        a -= count_;
        b -= count_;
      } else if (b >= count_) {
        return result;
      }
      a <<= 1;
      b <<= 1;
    }
  }

  void reverse(int64_t low, int64_t high) {
    auto turn = [&](Value* a) {
      for (int64_t i = low, j = high - 1; i < j; ++i, --j) std::swap(a[i], a[j]);
    };
    turn(keys_);
    if (values_) turn(values_);
  }

  // Length of the run at low; a strictly descending one is turned around. -1: error.
  int64_t natural_run(int64_t low) {
    int64_t at = low + 1;
    if (at == count_) return 1;
    int less = less_(keys_[at], keys_[at - 1]);
    if (less < 0) return -1;
    bool descending = less;
    for (++at; at < count_; ++at) {
      less = less_(keys_[at], keys_[at - 1]);
      if (less < 0) return -1;
      if (less != descending) break;
    }
    if (descending) reverse(low, at);
    return at - low;
  }

  static void open_gap(Value* a, int64_t from, int64_t to) {
    std::memmove(static_cast<void*>(a + from + 1), a + from, static_cast<size_t>(to - from) * sizeof(Value));
  }

  bool insertion_sort(int64_t low, int64_t high, int64_t start) {
    for (; start < high; ++start) {
      Value pivot = keys_[start];
      int64_t left = low, right = start;
      while (left < right) {
        int64_t middle = left + (right - left) / 2;
        int less = less_(pivot, keys_[middle]);
        if (less < 0) return false;
        if (less) right = middle;
        else left = middle + 1;
      }
      open_gap(keys_, left, start);
      keys_[left] = pivot;
      if (values_) {
        Value value = values_[start];
        open_gap(values_, left, start);
        values_[left] = value;
      }
    }
    return true;
  }

  // Number of elements of a[0..n) that go before key: those less than it (strict) or not greater. Exponential search
  // from the front or the back. -1: error.
  int64_t gallop(Value key, const Value* a, int64_t n, bool strict, bool from_back) {
    auto before = [&](int64_t i) {       // does a[i] go before key?
      if (strict) return less_(a[i], key);
      int less = less_(key, a[i]);
      return less < 0 ? less : !less;
    };
    int64_t low = 0, high = n;           // the answer lies in [low, high]
    for (int64_t step = 1;; step = step * 2 + 1) {
      int64_t i = from_back ? n - step : step - 1;
      if (i < 0 || i >= n) break;
      int yes = before(i);
      if (yes < 0) return -1;
      if (yes) low = i + 1;
      else high = i;
      if (static_cast<bool>(yes) == from_back) break;
    }
    while (low < high) {
      int64_t middle = low + (high - low) / 2;
      int yes = before(middle);
      if (yes < 0) return -1;
      if (yes) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  void copy(Value* to_keys, Value* to_values, int64_t to, const Value* from_keys, const Value* from_values, int64_t from, int64_t n) {
    std::memmove(static_cast<void*>(to_keys + to), from_keys + from, static_cast<size_t>(n) * sizeof(Value));
    if (values_) std::memmove(static_cast<void*>(to_values + to), from_values + from, static_cast<size_t>(n) * sizeof(Value));
  }

  bool merge_top() {
    Run& a = runs_[depth_ - 2];
    Run b = runs_[depth_ - 1];
    int64_t base = a.base, left = a.length, right = b.length;
    a.length += b.length;
    a.power = b.power;
    --depth_;
    // What is already in place at both ends takes no part.
    int64_t skip = gallop(keys_[b.base], keys_ + base, left, false, false);
    if (skip < 0) return false;
    base += skip;
    left -= skip;
    if (left == 0) return true;
    right = gallop(keys_[base + left - 1], keys_ + b.base, right, true, true);
    if (right <= 0) return right == 0;
    return left <= right ? merge_low(base, left, right) : merge_high(base, left, right);
  }

  // The left run is in scratch; the result grows upwards over it.
  bool merge_low(int64_t base, int64_t left, int64_t right) {
    copy(scratch_keys_, scratch_values_, 0, keys_, values_, base, left);
    int64_t out = base, i = 0, j = base + left, end = j + right;
    bool ok = true;
    int64_t wins_left = 0, wins_right = 0;
    while (i < left && j < end) {
      if (wins_left < gallop_threshold_ && wins_right < gallop_threshold_) {
        int less = less_(keys_[j], scratch_keys_[i]);
        if (less < 0) { ok = false; break; }
        if (less) {
          move(out++, keys_, values_, j++);
          ++wins_right;
          wins_left = 0;
        } else {
          move(out++, scratch_keys_, scratch_values_, i++);
          ++wins_left;
          wins_right = 0;
        }
        continue;
      }
      int64_t n = gallop(keys_[j], scratch_keys_ + i, left - i, false, false);
      if (n < 0) { ok = false; break; }
      copy(keys_, values_, out, scratch_keys_, scratch_values_, i, n);
      out += n;
      i += n;
      if (i == left) break;
      int64_t m = gallop(scratch_keys_[i], keys_ + j, end - j, true, false);
      if (m < 0) { ok = false; break; }
      copy(keys_, values_, out, keys_, values_, j, m);
      out += m;
      j += m;
      settle(n, m, wins_left, wins_right);
    }
    copy(keys_, values_, out, scratch_keys_, scratch_values_, i, left - i);
    return ok;
  }

  // The right run is in scratch; the result grows downwards.
  bool merge_high(int64_t base, int64_t left, int64_t right) {
    copy(scratch_keys_, scratch_values_, 0, keys_, values_, base + left, right);
    int64_t out = base + left + right, i = left, j = right;   // one past the next of each
    bool ok = true;
    int64_t wins_left = 0, wins_right = 0;
    while (i > 0 && j > 0) {
      if (wins_left < gallop_threshold_ && wins_right < gallop_threshold_) {
        int less = less_(scratch_keys_[j - 1], keys_[base + i - 1]);
        if (less < 0) { ok = false; break; }
        if (less) {
          move(--out, keys_, values_, base + --i);
          ++wins_left;
          wins_right = 0;
        } else {
          move(--out, scratch_keys_, scratch_values_, --j);
          ++wins_right;
          wins_left = 0;
        }
        continue;
      }
      int64_t keep = gallop(scratch_keys_[j - 1], keys_ + base, i, false, true);
      if (keep < 0) { ok = false; break; }
      int64_t n = i - keep;
      out -= n;
      i = keep;
      copy(keys_, values_, out, keys_, values_, base + i, n);
      if (i == 0) break;
      keep = gallop(keys_[base + i - 1], scratch_keys_, j, true, true);
      if (keep < 0) { ok = false; break; }
      int64_t m = j - keep;
      out -= m;
      j = keep;
      copy(keys_, values_, out, scratch_keys_, scratch_values_, j, m);
      settle(n, m, wins_left, wins_right);
    }
    copy(keys_, values_, out - j, scratch_keys_, scratch_values_, 0, j);
    return ok;
  }

  void move(int64_t to, const Value* from_keys, const Value* from_values, int64_t from) {
    keys_[to] = from_keys[from];
    if (values_) values_[to] = from_values[from];
  }

  // After one round of galloping: go on while it pays, and make it easier or harder to start again.
  void settle(int64_t n, int64_t m, int64_t& wins_left, int64_t& wins_right) {
    if (n >= 7 || m >= 7) {
      if (gallop_threshold_ > 1) --gallop_threshold_;
      return;
    }
    gallop_threshold_ += 2;
    wins_left = wins_right = 0;
  }

  Value *keys_, *values_;
  int64_t count_;
  Less less_;
  Values room_;
  Value *scratch_keys_ = nullptr, *scratch_values_ = nullptr;
  Run runs_[85];
  int depth_ = 0;
  int64_t gallop_threshold_ = 7;
};

template <class Less>
bool merge_sort(Value* keys, Value* values, int64_t count, Less less) {
  return MergeSort<Less>(keys, values, count, less).run();
}

}  // namespace py

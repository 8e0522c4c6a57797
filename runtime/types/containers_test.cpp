// Lists, dicts, sets and deques: what they compute, and that any interleaving of threads leaves them whole.
#include <string>

#include "runtime/modules/collections/deque.hpp"
#include "runtime/object/container_inline.hpp"
#include "runtime/object/memory_test.hpp"
#include "runtime/object/runtime.hpp"
#include "runtime/object/set_table.hpp"

namespace py::test {
namespace {

Value text_of(int64_t n) { return make_str(std::to_string(n)); }

std::string repr_of(Value v) {
  Ref text = repr(v);
  Text out;
  append_utf8(out, as_str(text));
  return std::string(out.view());
}

class ContainersTest : public ::testing::TestWithParam<int> {
 protected:
  static void SetUpTestSuite() {
    static ThreadRegistration* main_thread = new ThreadRegistration;
    (void)main_thread;
    static bool ready = (ready_runtime(), type_ready(collections::deque_type), true);
    (void)ready;
  }
  // fn(thread number) on as many threads as the parameter says.
  template <class Body>
  void on_threads(Body body) { run_python_threads(GetParam(), body); }
  int threads() const { return GetParam(); }
  static constexpr int rounds = 2000;
};

TEST_P(ContainersTest, AppendsAreNotLost) {
  Ref list = make_list(nullptr, 0);
  on_threads([&](int t) {
    for (int i = 0; i < rounds; ++i) {
      Ref item = text_of(t * rounds + i);
      ASSERT_EQ(list_append(list.as<List>(), item), 0);
      safepoint();
    }
  });
  EXPECT_EQ(list_size(list.as<List>()), int64_t{threads()} * rounds);
  Ref distinct = make_set();
  EXPECT_EQ(set_update(distinct.as<Set>(), list), 0);
  EXPECT_EQ(set_size(distinct.as<Set>()), int64_t{threads()} * rounds);
}

TEST_P(ContainersTest, EveryItemIsPoppedOnce) {
  int64_t total = int64_t{threads()} * rounds;
  Ref list = make_list(nullptr, 0), out = make_set();
  for (int64_t i = 0; i < total; ++i) {
    Ref item = text_of(i);
    list_append(list.as<List>(), item);
  }
  on_threads([&](int t) {
    for (int i = 0; i < rounds; ++i) {
      Ref item = list_pop(list.as<List>(), t % 2 ? -1 : 0);
      ASSERT_FALSE(item.is_error());
      ASSERT_EQ(set_add(Value(out), item), 0);
      safepoint();
    }
  });
  EXPECT_EQ(list_size(list.as<List>()), 0);
  EXPECT_EQ(set_size(out.as<Set>()), total);
}

TEST_P(ContainersTest, ListReadersSeeWholeItems) {
  Ref list = make_list(nullptr, 0);
  for (int i = 0; i < 50; ++i) {
    Ref item = text_of(i);
    list_append(list.as<List>(), item);
  }
  on_threads([&](int t) {
    List* l = list.as<List>();
    for (int i = 0; i < rounds; ++i) {
      if (t % 2) {
        Ref item = text_of(i);
        list_append(l, item);
        list_insert(l, i % 60, item);
        Ref popped = list_pop(l, i % 7 ? 0 : -1);
        if (i % 50 == 0) list_sort(l, None, i % 100 == 0);
        if (i % 30 == 0) list_reverse(l);
        if (i % 200 == 0) list_splice(l, 10, 1000, nullptr, 0);
        if (i % 500 == 0) list_clear(l);
        if (popped.is_error()) clear_error();
      } else {
        Ref item = get_item_inline(list, small_int(i % 40));
        if (item.is_error()) clear_error();
        else ASSERT_TRUE(is_exactly(item, str_type));
        Ref copy = list_slice(l, 0, INT64_MAX, 1);
        for (int64_t k = 0;;) {
          Ref each = list_step(copy.as<List>(), k);
          if (each.is_undefined()) break;
          ASSERT_TRUE(is_exactly(each, str_type));
        }
        Ref last = text_of(-1);
        ASSERT_GE(list_find(l, last, 0, INT64_MAX), -1);
      }
      safepoint();
    }
  });
}

TEST_P(ContainersTest, StableKeysAreAlwaysFound) {
  Ref dict = make_dict();
  for (int i = 0; i < 100; ++i) {
    Ref key = text_of(i);
    dict_set(dict.as<Dict>(), key, key);
  }
  on_threads([&](int t) {
    Dict* d = dict.as<Dict>();
    for (int i = 0; i < rounds; ++i) {
      Ref stable = text_of(i % 100), own = text_of(1000 + t * rounds + i % 300);
      if (t % 2) {
        ASSERT_EQ(dict_set(d, own, stable), 0);
        ASSERT_EQ(dict_set(d, stable, stable), 0);
        if (i % 3) ASSERT_EQ(dict_delete(d, own), 1);
        if (i % 10 == 0) ASSERT_EQ(dict_move_to_end(d, stable, true), 1);
      } else {
        Ref found = dict_get(d, stable);
        ASSERT_TRUE(is_exactly(found, str_type));
        ASSERT_EQ(equal(found, stable), 1);
        if (i % 100 == 0) {
          Ref copy = dict_copy(d);
          for (int k = 0; k < 100; ++k) {
            Ref key = text_of(k);
            ASSERT_EQ(dict_contains(copy.as<Dict>(), key), 1);
          }
        }
        Value key, value;
        for (int64_t position = 0; dict_next(d, position, key, value);) ASSERT_TRUE(is_exactly(key, str_type));
      }
      safepoint();
    }
  });
}

TEST_P(ContainersTest, SetDefaultHasOneWinner) {
  Ref dict = make_dict(), winners = make_set();
  on_threads([&](int t) {
    for (int i = 0; i < rounds; ++i) {
      Ref key = text_of(i), mine = make_list(nullptr, 0);
      Ref kept = dict_set_default(dict.as<Dict>(), key, mine);
      ASSERT_EQ(list_append(kept.as<List>(), small_int(t)), 0);
      safepoint();
    }
  });
  Value key, value;
  int64_t appended = 0;
  for (int64_t position = 0; dict_next(dict.as<Dict>(), position, key, value);) appended += list_size(value.as<List>());
  EXPECT_EQ(appended, int64_t{threads()} * rounds);
}

TEST_P(ContainersTest, SetMembersStay) {
  Ref set = make_set();
  for (int i = 0; i < 100; ++i) set_add(Value(set), small_int(i));
  on_threads([&](int t) {
    Set* s = set.as<Set>();
    for (int i = 0; i < rounds; ++i) {
      Ref own = text_of(t * rounds + i);
      if (t % 2) {
        ASSERT_EQ(set_add(Value(set), own), 0);
        if (i % 3) ASSERT_EQ(set_discard(s, own), 1);
      } else {
        ASSERT_EQ(set_contains_key(s, small_int(i % 100)), 1);
        if (i % 100 == 0) {
          Ref copy = set_copy(s, set_type);
          for (int k = 0; k < 100; ++k) ASSERT_EQ(set_contains_key(copy.as<Set>(), small_int(k)), 1);
        }
      }
      safepoint();
    }
  });
}

TEST_P(ContainersTest, DequeHandsOutEveryItemOnce) {
  Ref deque = object_value(collections::make_deque(&collections::deque_type, -1)), out = make_set();
  on_threads([&](int t) {
    auto* d = deque.as<collections::Deque>();
    for (int i = 0; i < rounds; ++i) {
      Ref item = text_of(t * rounds + i);
      ASSERT_EQ(t % 2 ? collections::deque_append(d, item) : collections::deque_append_left(d, item), 0);
      Ref taken = i % 2 ? collections::deque_pop(d) : collections::deque_pop_left(d);
      ASSERT_FALSE(taken.is_error());
      ASSERT_EQ(set_add(Value(out), taken), 0);
      safepoint();
    }
  });
  EXPECT_EQ(collections::deque_size(deque.as<collections::Deque>()), 0);
  EXPECT_EQ(set_size(out.as<Set>()), int64_t{threads()} * rounds);
}

INSTANTIATE_TEST_SUITE_P(Threads, ContainersTest, ::testing::Values(1, 2, 8));

TEST_F(ContainersTest, DictCompactsAndKeepsOrder) {
  Ref dict = make_dict();
  for (int i = 0; i < 1000; ++i) dict_set(dict.as<Dict>(), small_int(i), small_int(-i));
  for (int i = 0; i < 1000; ++i) {
    if (i % 100) ASSERT_EQ(dict_delete(dict.as<Dict>(), small_int(i)), 1);
  }
  for (int i = 0; i < 3; ++i) dict_set(dict.as<Dict>(), small_int(i), None);
  EXPECT_EQ(repr_of(dict), "{0: None, 100: -100, 200: -200, 300: -300, 400: -400, 500: -500, 600: -600, 700: -700, 800: -800, 900: -900, 1: None, 2: None}");
}

TEST_F(ContainersTest, SetsPrintInTableOrder) {
  Ref set = make_set();
  for (int n : {0, 8}) set_add(Value(set), small_int(n));
  set_discard(set.as<Set>(), small_int(0));
  set_add(Value(set), small_int(16));
  EXPECT_EQ(repr_of(set), "{16, 8}");                    // CPython 3.11 takes the deleted slot again
}

TEST_F(ContainersTest, TupleHashIsTheXxhashVariant) {
  Ref pair = tuple_of(small_int(1), small_int(2));
  EXPECT_EQ(hash(pair), -3550055125485641917);
  Ref set = make_set_of_type(frozenset_type);
  set_add(Value(set), small_int(1));
  set_add(Value(set), small_int(2));
  EXPECT_EQ(hash(set), -1826646154956904602);
}

TEST_F(ContainersTest, SortIsStableAndHandlesRuns) {
  for (int64_t n : {2, 63, 64, 65, 1000, 5000}) {
    Ref list = make_list(nullptr, 0);
    for (int64_t i = 0; i < n; ++i) {
      Ref pair = tuple_of(small_int((i * 7919) % (n / 2 + 1)), small_int(i));
      list_append(list.as<List>(), pair);
    }
    ASSERT_EQ(list_sort(list.as<List>(), None, false), 0);
    for (int64_t i = 1; i < n; ++i) {
      Ref a = list_get(list.as<List>(), i - 1), b = list_get(list.as<List>(), i);
      ASSERT_TRUE(lt(a, b).is_true());
    }
  }
}

}  // namespace
}  // namespace py::test

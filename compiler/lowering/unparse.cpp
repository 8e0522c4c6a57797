// Annotations as text, for `from __future__ import annotations`: the spelling of CPython's ast_unparse.c.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {
namespace {

using namespace ast;

// Precedences of ast_unparse.c: an expression is put in parentheses where a tighter one is wanted.
enum Level { p_tuple, p_test, p_or, p_and, p_not, p_cmp, p_bor, p_bxor, p_band, p_shift, p_arith, p_term, p_factor,
             p_power, p_await, p_atom };

const char* operator_text(Operator op) {
  static constexpr const char* text[] = {" + ", " - ", " * ", " @ ", " / ", " % ", " ** ",
                                         " << ", " >> ", " | ", " ^ ", " & ", " // "};
  return text[static_cast<int>(op)];
}

int operator_level(Operator op) {
  switch (op) {
    case Operator::Add:
    case Operator::Sub: return p_arith;
    case Operator::LShift:
    case Operator::RShift: return p_shift;
    case Operator::BitOr: return p_bor;
    case Operator::BitXor: return p_bxor;
    case Operator::BitAnd: return p_band;
    case Operator::Pow: return p_power;
    default: return p_term;
  }
}

const char* compare_text(CmpOp op) {
  static constexpr const char* text[] = {" == ", " != ", " < ", " <= ", " > ", " >= ", " is ", " is not ", " in ", " not in "};
  return text[static_cast<int>(op)];
}

// repr() of a float, except that infinity is written so that it can be read again.
std::string real_text(double x) {
  if (std::isinf(x)) return "1e309";
  char digits[40];
  auto end = std::to_chars(digits, digits + sizeof digits, x, std::chars_format::scientific).ptr;
  int exponent = std::atoi(std::string(std::find(digits, end, 'e') + 1, end).c_str());
  char out[64];
  if (exponent < -4 || exponent >= 16) {
    auto stop = std::to_chars(out, out + sizeof out, x, std::chars_format::scientific).ptr;
    return std::string(out, stop);
  }
  auto stop = std::to_chars(out, out + sizeof out, x, std::chars_format::fixed).ptr;
  std::string text(out, stop);
  return text.find('.') == std::string::npos ? text + ".0" : text;
}

// repr() of a str or bytes.
std::string quoted(std::string_view s, bool bytes) {
  char quote = s.find('\'') != std::string_view::npos && s.find('"') == std::string_view::npos ? '"' : '\'';
  std::string out = bytes ? "b" : "";
  out += quote;
  for (unsigned char c : s) {
    char buffer[8];
    if (c == static_cast<unsigned char>(quote) || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 0x20 || c == 0x7f || (bytes && c >= 0x80)) {
      std::snprintf(buffer, sizeof buffer, "\\x%02x", c);
      out += buffer;
    } else {
      out += static_cast<char>(c);
    }
  }
  return out + quote;
}

class Unparser {
 public:
  std::string out;

  void write(const Expr* e, int level) {
    switch (e->kind) {
      case ExprKind::BoolOp: {
        auto* n = as<BoolOp>(e);
        int mine = n->op == BoolOperator::And ? p_and : p_or;
        parens(level > mine, [&] {
          join(n->values, n->op == BoolOperator::And ? " and " : " or ", mine + 1);
        });
        return;
      }
      case ExprKind::BinOp: {
        auto* n = as<BinOp>(e);
        int mine = operator_level(n->op);
        bool right_associative = n->op == Operator::Pow;
        parens(level > mine, [&] {
          write(n->left, mine + right_associative);
          out += operator_text(n->op);
          write(n->right, mine + !right_associative);
        });
        return;
      }
      case ExprKind::UnaryOp: {
        auto* n = as<UnaryOp>(e);
        static constexpr const char* text[] = {"~", "not ", "+", "-"};
        int mine = n->op == UnaryOperator::Not ? p_not : p_factor;
        parens(level > mine, [&] {
          out += text[static_cast<int>(n->op)];
          write(n->operand, mine);
        });
        return;
      }
      case ExprKind::Lambda: {
        auto* n = as<Lambda>(e);
        parens(level > p_test, [&] {
          std::string args = arguments(*n->args);
          out += args.empty() ? "lambda: " : "lambda " + args + ": ";
          write(n->body, p_test);
        });
        return;
      }
      case ExprKind::IfExp: {
        auto* n = as<IfExp>(e);
        parens(level > p_test, [&] {
          write(n->body, p_test + 1);
          out += " if ";
          write(n->test, p_test + 1);
          out += " else ";
          write(n->orelse, p_test);
        });
        return;
      }
      case ExprKind::Dict: {
        auto* n = as<Dict>(e);
        out += "{";
        for (uint32_t i = 0; i < n->keys.size; ++i) {
          if (i) out += ", ";
          if (n->keys[i]) {
            write(n->keys[i], p_test);
            out += ": ";
            write(n->values[i], p_test);
          } else {
            out += "**";
            write(n->values[i], p_bor);
          }
        }
        out += "}";
        return;
      }
      case ExprKind::Set: return bracketed("{", as<Set>(e)->elts, "}");
      case ExprKind::ListComp: return comprehension("[", as<ListComp>(e)->elt, nullptr, as<ListComp>(e)->generators, "]");
      case ExprKind::SetComp: return comprehension("{", as<SetComp>(e)->elt, nullptr, as<SetComp>(e)->generators, "}");
      case ExprKind::DictComp: {
        auto* n = as<DictComp>(e);
        return comprehension("{", n->key, n->value, n->generators, "}");
      }
      case ExprKind::GeneratorExp:
        return comprehension("(", as<GeneratorExp>(e)->elt, nullptr, as<GeneratorExp>(e)->generators, ")");
      case ExprKind::Compare: {
        auto* n = as<Compare>(e);
        parens(level > p_cmp, [&] {
          write(n->left, p_cmp + 1);
          for (uint32_t i = 0; i < n->ops.size; ++i) {
            out += compare_text(n->ops[i]);
            write(n->comparators[i], p_cmp + 1);
          }
        });
        return;
      }
      case ExprKind::Call: return call(as<Call>(e));
      case ExprKind::FormattedValue:
      case ExprKind::JoinedStr: {
        std::string body;
        f_string(e, body);
        out += "f" + quoted(body, false);
        return;
      }
      case ExprKind::Constant: return constant(as<Constant>(e));
      case ExprKind::Attribute: {
        auto* n = as<Attribute>(e);
        write(n->value, p_atom);
        auto* c = dyn<Constant>(n->value);
        out += c && c->value.kind == ConstantKind::Int ? " ." : ".";
        out += n->attr;
        return;
      }
      case ExprKind::Subscript:
        write(as<Subscript>(e)->value, p_atom);
        out += "[";
        write(as<Subscript>(e)->slice, p_tuple);
        out += "]";
        return;
      case ExprKind::Starred:
        out += "*";
        return write(as<Starred>(e)->value, p_bor);
      case ExprKind::Name: out += as<Name>(e)->id; return;
      case ExprKind::List: return bracketed("[", as<List>(e)->elts, "]");
      case ExprKind::Tuple: {
        auto* n = as<Tuple>(e);
        if (n->elts.empty()) {
          out += "()";
          return;
        }
        parens(level > p_tuple, [&] {
          join(n->elts, ", ", p_test);
          if (n->elts.size == 1) out += ",";
        });
        return;
      }
      case ExprKind::Slice: {
        auto* n = as<Slice>(e);
        if (n->lower) write(n->lower, p_test);
        out += ":";
        if (n->upper) write(n->upper, p_test);
        if (n->step) {
          out += ":";
          write(n->step, p_test);
        }
        return;
      }
      // Not allowed in an annotation.
      case ExprKind::NamedExpr:
      case ExprKind::Await:
      case ExprKind::Yield:
      case ExprKind::YieldFrom: return;
    }
  }

 private:
  template <class F>
  void parens(bool wanted, F inside) {
    if (wanted) out += "(";
    inside();
    if (wanted) out += ")";
  }

  void join(Seq<Expr*> items, const char* between, int level) {
    for (uint32_t i = 0; i < items.size; ++i) {
      if (i) out += between;
      write(items[i], level);
    }
  }

  void bracketed(const char* open, Seq<Expr*> items, const char* close) {
    out += open;
    join(items, ", ", p_test);
    out += close;
  }

  void comprehension(const char* open, const Expr* element, const Expr* value, Seq<Comprehension*> generators,
                     const char* close) {
    out += open;
    write(element, p_test);
    if (value) {
      out += ": ";
      write(value, p_test);
    }
    for (const Comprehension* g : generators) {
      out += g->is_async ? " async for " : " for ";
      write(g->target, p_tuple);
      out += " in ";
      write(g->iter, p_test + 1);
      for (const Expr* test : g->ifs) {
        out += " if ";
        write(test, p_test + 1);
      }
    }
    out += close;
  }

  void call(const Call* e) {
    write(e->func, p_atom);
    if (e->args.size == 1 && e->keywords.empty() && e->args[0]->kind == ExprKind::GeneratorExp) {
      return write(e->args[0], p_atom);
    }
    out += "(";
    join(e->args, ", ", p_test);
    for (uint32_t i = 0; i < e->keywords.size; ++i) {
      const Keyword* k = e->keywords[i];
      if (i || !e->args.empty()) out += ", ";
      if (k->arg.empty()) {
        out += "**";
      } else {
        out += std::string(k->arg) + "=";
      }
      write(k->value, p_test);
    }
    out += ")";
  }

  void constant(const Constant* e) {
    switch (e->value.kind) {
      case ConstantKind::None: out += "None"; return;
      case ConstantKind::True: out += "True"; return;
      case ConstantKind::False: out += "False"; return;
      case ConstantKind::Ellipsis: out += "..."; return;
      case ConstantKind::Int: out += e->value.text; return;
      case ConstantKind::Float: out += real_text(e->value.real); return;
      case ConstantKind::Complex: {
        std::string text = real_text(e->value.real);
        if (text.ends_with(".0")) text.resize(text.size() - 2);
        out += text + "j";
        return;
      }
      case ConstantKind::Str:
        if (e->u_prefix) out += "u";
        out += quoted(e->value.text, false);
        return;
      case ConstantKind::Bytes: out += quoted(e->value.text, true); return;
    }
  }

  void f_string(const Expr* e, std::string& body) {
    if (auto* joined = dyn<JoinedStr>(e)) {
      for (const Expr* part : joined->values) f_string(part, body);
    } else if (auto* c = dyn<Constant>(e)) {
      for (char ch : c->value.text) {
        body += ch;
        if (ch == '{' || ch == '}') body += ch;
      }
    } else if (auto* f = dyn<FormattedValue>(e)) {
      Unparser inner;
      inner.write(f->value, p_test + 1);
      body += inner.out.starts_with("{") ? "{ " : "{";
      body += inner.out;
      if (f->conversion >= 0) body += std::string("!") + static_cast<char>(f->conversion);
      if (f->format_spec) {
        body += ":";
        f_string(f->format_spec, body);
      }
      body += "}";
    }
  }

  std::string arguments(const Arguments& args) {
    Unparser text;
    bool first = true;
    auto comma = [&] {
      if (!std::exchange(first, false)) text.out += ", ";
    };
    uint32_t positional = args.posonlyargs.size + args.args.size;
    for (uint32_t i = 0; i < positional; ++i) {
      const Arg* a = i < args.posonlyargs.size ? args.posonlyargs[i] : args.args[i - args.posonlyargs.size];
      comma();
      text.out += a->arg;
      if (i + args.defaults.size >= positional) {
        text.out += "=";
        text.write(args.defaults[i + args.defaults.size - positional], p_test);
      }
      if (i + 1 == args.posonlyargs.size) text.out += ", /";
    }
    if (args.vararg || !args.kwonlyargs.empty()) {
      comma();
      text.out += "*";
      if (args.vararg) text.out += args.vararg->arg;
    }
    for (uint32_t i = 0; i < args.kwonlyargs.size; ++i) {
      comma();
      text.out += args.kwonlyargs[i]->arg;
      if (!args.kw_defaults[i]) continue;
      text.out += "=";
      text.write(args.kw_defaults[i], p_test);
    }
    if (args.kwarg) {
      comma();
      text.out += "**" + std::string(args.kwarg->arg);
    }
    return std::move(text.out);
  }
};

}  // namespace

std::string unparse(const Expr* e) {
  Unparser text;
  auto* starred = dyn<Starred>(e);
  text.write(e, starred ? p_tuple : p_test);
  return std::move(text.out);
}

}  // namespace portalis::lowering

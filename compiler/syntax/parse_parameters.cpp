// Parameter lists of def and lambda. Both have one shape; lambda's have no annotations and end at ':'.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

// NAME, and for def [':' annotation].
Arg* Parser::parameter(bool lambda, bool star) {
    const Token& first = tok();
    Arg* arg = arena_.make<Arg>();
    arg->arg = expect_identifier();
    arg->annotation = nullptr;
    if (!lambda && eat(Kind::Colon)) arg->annotation = star ? star_expression() : expression();
    arg->span = span_from(first);
    return arg;
}

// The cursor is after the '*' of a bare star or on the parameter that it names.
void Parser::diagnose_star_parameter(bool lambda, const Token& star) {
    Kind closer = lambda ? Kind::Colon : Kind::RPar;
    bool ends = at(closer);
    if (at(Kind::Comma)) ends = next_is(closer) || next_is(Kind::DoubleStar);
    if (!ends) return;
    const char* message = "named arguments must follow bare *";
    if (lambda) raise_at_furthest("P0112", message);
    raise_at("P0112", message, star);
}

// Up to, and not including, the closing token.
Arguments* Parser::parameters(Kind closer) {
    bool lambda = closer == Kind::Colon;
    SeqBuilder<Arg*> positional_only(arena_), plain(arena_), keyword_only(arena_);
    SeqBuilder<Expr*> defaults(arena_), keyword_defaults(arena_);
    Arguments* result = arena_.make<Arguments>();
    bool slash = false;
    const Token* star = nullptr;
    auto refuse = [&](std::string message, const Token& token) {
        if (diagnosing()) raise_at("P0112", std::move(message), token);
        fail();
    };

    while (!at(closer) && !failed()) {
        const Token& first = tok();
        if (at(Kind::Slash)) {
            if (slash) {
                refuse("/ may appear only once", first);
            } else if (star != nullptr) {
                refuse("/ must be ahead of *", first);
            } else if (plain.empty()) {
                if (diagnosing() && next_is(Kind::Comma))
                    raise_at("P0112", "at least one argument must precede /", first);
                fail();
            }
            advance();
            slash = true;
            for (std::uint32_t i = 0; i < plain.size(); ++i) positional_only.push(plain[i]);
            plain.clear();
            if (diagnosing() && at(Kind::Star))
                raise_at("P0112", "expected comma between / and *", tok());
        } else if (at(Kind::DoubleStar)) {
            advance();
            result->kwarg = parameter(lambda, false);
            if (diagnosing() && at(Kind::Equal))
                raise_at("P0112", "var-keyword argument cannot have default value", tok());
            if (!eat(Kind::Comma)) break;
            if (diagnosing() && at(Kind::Name)) {
                Arg* arg = parameter(lambda, false);
                if (!failed())
                    raise("P0112", "arguments cannot follow var-keyword argument", arg->span);
            }
            if (diagnosing() && (at(Kind::Star) || at(Kind::DoubleStar) || at(Kind::Slash)))
                raise_at("P0112", "arguments cannot follow var-keyword argument", tok());
            break;
        } else if (at(Kind::Star)) {
            if (star != nullptr) {
                if (next_is(Kind::Name) || next_is(Kind::Comma))
                    refuse("* argument may appear only once", first);
                advance();
                fail();
            }
            star = &first;
            advance();
            if (diagnosing()) diagnose_star_parameter(lambda, first);
            if (at(Kind::Comma)) {
                // A bare star must have a named parameter after it.
                if (next_is(closer) || next_is(Kind::DoubleStar)) {
                    advance();
                    fail();
                }
            } else {
                result->vararg = parameter(lambda, true);
                if (diagnosing() && at(Kind::Equal))
                    raise_at("P0112", "var-positional argument cannot have default value", tok());
            }
        } else {
            if (diagnosing() && at(Kind::LPar) && star == nullptr && defaults.empty()) {
                Speculation attempt(*this);
                advance();
                do {
                    if (!at(Kind::Name)) break;
                    parameter(lambda, false);
                } while (eat(Kind::Comma));
                const Token& close = tok();
                bool names = &close > &first + 1 && at(Kind::RPar);
                if (attempt.undo() && names)
                    raise("P0112",
                          lambda ? "Lambda expression parameters cannot be parenthesized"
                                 : "Function parameters cannot be parenthesized",
                          Span::join(first.span, close.span));
            }
            Arg* arg = parameter(lambda, false);
            Expr* value = nullptr;
            if (at(Kind::Equal)) {
                const Token& equal = tok();
                advance();
                if (diagnosing() && (at(closer) || at(Kind::Comma)))
                    raise_at("P0112", "expected default value expression", equal);
                value = expression();
            }
            if (star != nullptr) {
                keyword_only.push(arg);
                keyword_defaults.push(value);
            } else {
                if (value == nullptr && !defaults.empty()) {
                    if (diagnosing())
                        raise("P0112", "parameter without a default follows parameter with a default",
                              arg->span);
                    fail();
                }
                plain.push(arg);
                if (value != nullptr) defaults.push(value);
            }
        }
        if (!eat(Kind::Comma)) break;
    }
    result->posonlyargs = positional_only.take();
    result->args = plain.take();
    result->kwonlyargs = keyword_only.take();
    result->kw_defaults = keyword_defaults.take();
    result->defaults = defaults.take();
    return result;
}

}  // namespace portalis

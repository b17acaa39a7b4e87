package dev.belay.template.expression;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Consumer;

/** The tree of an expression of the template language. */
public sealed interface Expression {

    /** {@code 'text'}; the text is held without quotes and without doubled apostrophes. */
    record StringLiteral(String text) implements Expression {
        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /** A 64-bit integer; the language has no other number. */
    record IntegerLiteral(long number) implements Expression {
        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /**
     * A function and its arguments.
     *
     * @param name as written; {@code namespace.name} for a user-defined function
     */
    record Call(String name, List<Expression> arguments) implements Expression {
        public Call {
            requireNonNull(name);
            arguments = List.copyOf(arguments);
        }

        public static Call of(String name, Expression... arguments) {
            return new Call(name, List.of(arguments));
        }

        /** Whether this calls the function of that name; letter case counts nothing. */
        public boolean isTo(String function) {
            return name.equalsIgnoreCase(function);
        }

        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /** {@code base.name}. */
    record Property(Expression base, String name) implements Expression {
        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /** {@code base[index]}; the index is a number for arrays, a text for objects. */
    record Index(Expression base, Expression index) implements Expression {
        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /**
     * A value that an expression carries with it, so that it can be finished later without its
     * template: what {@code parameters('x')} stood for. It prints as it was written, never as the
     * value, which may be secret.
     */
    record Carried(Payload payload, Expression shown) implements Expression {
        @Override
        public String toString() {
            return ExpressionPrinter.print(shown);
        }
    }

    /** What an expression can carry: a {@code Value} of the room above. */
    interface Payload {}

    /** Visits every call in it, an outer call before those in its arguments. */
    default void eachCall(Consumer<Call> visitor) {
        switch (this) {
            case StringLiteral _, IntegerLiteral _ -> {}
            case Call call -> {
                visitor.accept(call);
                call.arguments().forEach(argument -> argument.eachCall(visitor));
            }
            case Property(var base, _) -> base.eachCall(visitor);
            case Index(var base, var index) -> {
                base.eachCall(visitor);
                index.eachCall(visitor);
            }
            case Carried(_, var shown) -> shown.eachCall(visitor);
        }
    }
}

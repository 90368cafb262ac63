package ktap.dsl.ide;

import java.util.Arrays;
import java.util.List;

/** The words of the language, with what to say about them. */
enum Keywords {
    VAR("var", "Declares variables of this block: var a, b = 1, 2", true),
    LOCAL("local", "Declares variables of this block: local a, b = 1, 2", true),
    FUNCTION("function", "A function: function name (parameters) { ... }", true, true),
    IF("if", "if (condition) { ... } else if (condition) { ... } else { ... }", true),
    ELSE("else", "The block for all other cases.", true),
    ELSEIF("elseif", "The block for another condition.", true),
    WHILE("while", "while (condition) { ... }", true),
    FOR("for", "for (i = first, last, step) { ... } or for (k, v in pairs(table)) { ... }", true),
    REPEAT("repeat", "repeat ... until (condition)", true),
    UNTIL("until", "The condition that ends a repeat loop.", true),
    DO("do", "A block with its own variables: do ... end", true),
    END("end", "Ends a block that begins with do.", true),
    BREAK("break", "Leaves the loop.", true),
    CONTINUE("continue", "Goes on with the next turn of the loop.", true),
    RETURN("return", "Ends the function with these values.", true),
    TRACE("trace", "Handles events: trace syscalls:sys_enter_* /filter/ { ... }", true),
    TRACE_END("trace_end", "Runs when tracing has ended: trace_end { ... }", true),
    TICK("tick", "Runs at an interval: tick-1s { ... }", true),
    PROFILE("profile", "Samples all CPUs: profile-99hz { ... }", true),
    GOTO("goto", "Goes on at a label of this block or of one around it: goto again ... ::again::", true),
    IN("in", "for (k, v in pairs(table)) { ... }; any function that gives the next values will do", false, true),
    NIL("nil", "No value.", false, true),
    TRUE("true", "", false, true),
    FALSE("false", "", false, true),
    NOT("not", "True for nil and false, false for all else.", false, true),
    AND("and", "The left value if it is nil or false, else the right one.", false, true),
    OR("or", "The left value unless it is nil or false, else the right one.", false, true);

    private final String word;
    private final String documentation;
    private final boolean statement;
    private final boolean expression;

    Keywords(String word, String documentation, boolean statement) {
        this(word, documentation, statement, false);
    }

    Keywords(String word, String documentation, boolean statement, boolean expression) {
        this.word = word;
        this.documentation = documentation;
        this.statement = statement;
        this.expression = expression;
    }

    String word() {
        return word;
    }

    String documentation() {
        return documentation;
    }

    /** The words that can stand where a statement begins, or inside an expression. */
    static List<Keywords> at(boolean statement) {
        return Arrays.stream(values()).filter(keyword -> statement ? keyword.statement : keyword.expression).toList();
    }
}

package ktap.dsl.validation;

import java.util.List;

import ktap.dsl.EventCatalog;
import ktap.dsl.ktap.Script;
import ktap.dsl.scoping.Scopes;

/** All rules that a script must pass before it is compiled. */
public final class ScriptChecks {
    static final Rule UNKNOWN_NAMES = new UnknownNames();
    static final Rule ARGUMENT_COUNTS = new ArgumentCounts();
    static final Rule LITERALS = new Literals();
    static final Rule STATEMENTS = new Statements();
    static final Rule LOOPS = new Loops();
    static final Rule JUMPS = new Jumps();
    static final Rule VARARGS = new Varargs();
    static final Rule KEYS = new Keys();
    static final Rule EVENT_DEFINITIONS = new EventDefinitions();
    static final Rule TIMER_INTERVALS = new TimerIntervals();
    static final Rule FORMATS = new Formats();
    static final Rule UNUSED_VARIABLES = new UnusedVariables();
    static final Rule UNREACHABLE = new Unreachable();
    static final Rule LOOP_VARIABLES = new LoopVariables();
    static final Rule MINUS_COMMENTS = new MinusComments();
    static final Rule UNDECLARED_GLOBALS = new UndeclaredGlobals();
    static final Rule NEVER_RUNNING = new NeverRunning();
    static final Rule MIXED_KEYS = new MixedKeys();

    private static final List<Rule> ALL =
            List.of(UNKNOWN_NAMES, ARGUMENT_COUNTS, LITERALS, STATEMENTS, LOOPS, JUMPS, VARARGS, KEYS,
                    EVENT_DEFINITIONS, TIMER_INTERVALS, FORMATS, UNUSED_VARIABLES, UNREACHABLE, LOOP_VARIABLES,
                    MINUS_COMMENTS, UNDECLARED_GLOBALS, NEVER_RUNNING, MIXED_KEYS);

    private ScriptChecks() {
    }

    /** Applies every rule to a script that has no syntax errors. */
    public static void run(Script script, Scopes scopes, EventCatalog catalog, Problems problems) {
        ALL.forEach(rule -> rule.check(script, scopes, problems));
        new EventFields(catalog).check(script, scopes, problems);
    }
}

package ktap.dsl.validation;

import java.util.List;

import ktap.dsl.ktap.Script;
import ktap.dsl.scoping.Scopes;

/** All rules that a script must pass before it is compiled. */
public final class ScriptChecks {
    static final Rule UNKNOWN_NAMES = new UnknownNames();
    static final Rule ARGUMENT_COUNTS = new ArgumentCounts();
    static final Rule LITERALS = new Literals();
    static final Rule STATEMENTS = new Statements();
    static final Rule LOOPS = new Loops();
    static final Rule UNSUPPORTED = new Unsupported();
    static final Rule EVENT_DEFINITIONS = new EventDefinitions();

    private static final List<Rule> ALL =
            List.of(UNKNOWN_NAMES, ARGUMENT_COUNTS, LITERALS, STATEMENTS, LOOPS, UNSUPPORTED,
            EVENT_DEFINITIONS);

    private ScriptChecks() {
    }

    /** Applies every rule to a script that has no syntax errors. */
    public static void run(Script script, Scopes scopes, Problems problems) {
        ALL.forEach(rule -> rule.check(script, scopes, problems));
    }
}

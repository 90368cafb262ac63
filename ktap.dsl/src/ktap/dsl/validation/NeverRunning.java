package ktap.dsl.validation;

import java.util.Set;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.Script;
import ktap.dsl.ktap.Statement;
import ktap.dsl.ktap.TimerStatement;
import ktap.dsl.ktap.TraceEndStatement;
import ktap.dsl.ktap.TraceStatement;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;

/** A handler that is registered behind {@code kdebug.probe_end}, which waits until tracing has ended, never runs. */
final class NeverRunning implements Rule {
    private static final Set<String> WAITING = Set.of("kdebug.probe_end", "os.wait");
    private static final Set<String> REGISTERING = Set.of("kdebug.probe", "kdebug.trace", "kdebug.trace_by_id",
            "kdebug.trace_end", "kdebug.tracepoint", "kdebug.kprobe");

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        String ended = null;
        for (Statement statement : script.getBlock().getStatements()) {
            String called = called(statement, scopes);
            boolean registers = statement instanceof TraceStatement || statement instanceof TraceEndStatement
                    || statement instanceof TimerStatement || REGISTERING.contains(called)
                    || called.startsWith("timer.");
            if (ended != null && registers) {
                problems.warning(KtapIssueCodes.NEVER_RUNS, statement, "this handler never runs",
                        "register it before " + ended + ", which waits until tracing has ended");
            }
            if (WAITING.contains(called) && ((CallExpression) statement).getArguments().size() < 2) {
                ended = called;
            }
        }
    }

    /** The built-in that the statement calls; empty if it does not. */
    private static String called(Statement statement, Scopes scopes) {
        return statement instanceof CallExpression call && call.getMethod() == null
                && scopes.of(Trees.plain(call.getFunction())) instanceof Binding.Builtin(String name) ? name : "";
    }
}

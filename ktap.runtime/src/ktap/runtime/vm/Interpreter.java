package ktap.runtime.vm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.Instruction;
import ktap.runtime.bytecode.Op;
import ktap.runtime.bytecode.VerifiedChunk;

/**
 * Runs a chunk: its main chunk once, and its functions as often as the host asks. Belongs to one thread, except for
 * {@link #cancel()}. The host may call back in ({@link #call}) while a built-in of the main chunk waits for it. The
 * variables of the main chunk live on when it has ended.
 */
public final class Interpreter {
    /** Calls from the host inside each other; each takes space on Java's stack. */
    private static final int MAX_ENTRIES = 16;

    private final Chunk chunk;
    private final ScriptHost host;
    private final Budget budget;
    private final CallStack stack;
    private final Surroundings surroundings;
    private final Machine machine;
    private final Object[] globals;
    private final long[] globalNumbers;
    private final Set<Closure> kept = new LinkedHashSet<>();
    private MainState mainState = MainState.NEW;
    private int mainEnd;
    private int entries;
    private boolean hasWaited;
    private volatile boolean cancelled;

    private enum MainState {
        NEW, RUNNING, ENDED
    }

    /**
     * @param arguments the script's arguments, {@code arg[1]} and on, as text; those that are decimal integers become
     *            numbers. {@code arg[0]} is the source's name
     */
    public Interpreter(VerifiedChunk chunk, ScriptHost host, Budget budget, List<?> arguments) {
        this.chunk = chunk.chunk();
        this.host = Objects.requireNonNull(host);
        this.budget = Objects.requireNonNull(budget);
        this.stack = new CallStack(this.chunk.source(), this.chunk.main().registers(), budget.depth());
        this.globals = new Object[this.chunk.globals().size()];
        this.globalNumbers = new long[globals.length];
        KtapTable argumentTable = new ScriptArguments(this.chunk.source(), arguments).toTable();
        EntryMeter meter = new EntryMeter(budget.tableEntries(), this::census);
        this.surroundings = new Surroundings(this, stack, meter, argumentTable);
        Operations operations = new Operations(new RegisterNames(this.chunk.globals()), budget.stringBytes());
        this.machine = new Machine(stack, surroundings, operations, globals, globalNumbers);
    }

    /**
     * Runs the main chunk. May be called once.
     *
     * @throws ScriptError if it fails; the error has the script's call stack
     */
    public void runMain() {
        if (mainState != MainState.NEW) {
            throw new IllegalStateException("the main chunk has been run");
        }
        Closure main = new Closure(new FunctionCode(chunk.main()), new Cell[0]);
        try {
            enter(null, budget.mainSteps(), () -> {
                stack.pushMain(main);
                mainState = MainState.RUNNING;
            });
        } finally {
            mainEnd = stack.mainPosition();
            mainState = MainState.ENDED;
        }
    }

    /**
     * Calls a function of the script, which is an entry with a budget of its own; its results are dropped. Ends
     * normally too if the function calls {@code exit()}.
     *
     * @param function that the host got from this interpreter
     * @param event its only argument, and what the context variables tell of; null for none: then it gets no argument
     * @throws ScriptError if it fails; the error has the script's call stack
     */
    public void call(Closure function, ScriptEvent event) {
        if (event == null || function.code.parameters == 0 && !function.code.vararg) {
            enter(event, budget.handlerSteps(), () -> stack.pushEntry(function, null));
            return;
        }
        LiveEvent live = new LiveEvent(event);
        try {
            enter(event, budget.handlerSteps(), () -> stack.pushEntry(function, live));
        } finally {
            live.end();
        }
    }

    /** Calls a function of the script for a built-in, as part of the entry that runs, and returns its first result. */
    Object evaluate(Closure function, Object... arguments) {
        requireEntry();
        int bottom = stack.depth();
        Activation caller = stack.top();
        int limit = caller.limit;
        int top = caller.top;
        entries++;
        try {
            machine.spend(1);
            stack.pushEvaluation(function, arguments);
            machine.run(bottom);
            return Values.box(stack.values[limit], stack.numbers[limit]);
        } finally {
            entries--;
            stack.unwindTo(bottom);
            caller.limit = limit;
            caller.top = top;
        }
    }

    private void requireEntry() {
        if (entries >= MAX_ENTRIES) {
            throw new ScriptError("ktap.script.stackOverflow", "more than " + MAX_ENTRIES
                    + " handlers wait for each other");
        }
    }

    private void enter(ScriptEvent event, long steps, Runnable push) {
        requireEntry();
        int bottom = stack.depth();
        long outerSteps = machine.exchangeSteps(steps);
        ScriptEvent outerEvent = surroundings.exchangeEvent(event);
        entries++;
        try {
            push.run();
            machine.run(bottom);
        } catch (ScriptExit e) {
            // exit() and cancel() end this entry and nothing else; the host knows of both.
        } finally {
            entries--;
            stack.unwindTo(bottom);
            surroundings.exchangeEvent(outerEvent);
            machine.exchangeSteps(outerSteps);
        }
    }

    /**
     * Asks that the main chunk end, as if it called {@code exit()}, within a few thousand steps. Has no effect on
     * handlers and end functions, nor on a main chunk that has begun to wait for the end of tracing. May be called on
     * any thread.
     */
    public void cancel() {
        cancelled = true;
    }

    /**
     * The tables that the script's variables hold: globals, the variables of the main chunk, and what the registered
     * handlers share with it; each once, under the first name found. Without debug information only globals have names.
     */
    public List<NamedTable> tables() {
        Variables variables = new Variables();
        for (int i = 0; i < globals.length; i++) {
            variables.add(chunk.globals().get(i), globals[i]);
        }
        if (mainState != MainState.NEW) {
            variables.addLocals(chunk.main(), mainPosition(), stack.values);
        }
        kept.forEach(variables::addUpvalues);
        return variables.tables();
    }

    /** The last instruction at which the main chunk's variables are to be seen as they are now. */
    private int mainPosition() {
        if (mainState == MainState.RUNNING) {
            return stack.mainPosition() - 1;
        }
        int last = Math.max(0, mainEnd - 1);
        boolean returned = Instruction.code(chunk.main().instruction(last)) == Op.RETURN;
        // The variables of the outermost block end where the RETURN stands.
        return returned ? last - 1 : last;
    }

    public Budget budget() {
        return budget;
    }

    ScriptHost host() {
        return host;
    }

    KtapTable newTable() {
        return surroundings.newTable();
    }

    ScriptEvent event() {
        return surroundings.event();
    }

    void spend(long steps) {
        machine.spend(steps);
    }

    boolean isCancelled() {
        return cancelled && mainState == MainState.RUNNING && entries == 1 && !hasWaited;
    }

    void waitForEnd() {
        hasWaited = true;
        host.traceUntilEnd();
    }

    void keep(Closure function) {
        kept.add(function);
    }

    private long census() {
        Census census = new Census();
        for (Object global : globals) {
            census.reach(global);
        }
        for (int i = 0; i < stack.end(); i++) {
            census.reach(stack.values[i]);
        }
        kept.forEach(census::reach);
        return census.count();
    }
}

package ktap.runtime.vm;

import java.util.Optional;

import ktap.runtime.bytecode.ContextVariable;
import ktap.runtime.vm.lib.Library;

/** What instructions reach outside of the registers: built-ins, the event that is handled, new tables. */
final class Surroundings {
    private static final ContextVariable[] CONTEXT = ContextVariable.values();

    private final Interpreter interpreter;
    private final CallStack stack;
    private final EntryMeter meter;
    private final KtapTable arguments;
    private ScriptEvent event;

    Surroundings(Interpreter interpreter, CallStack stack, EntryMeter meter, KtapTable arguments) {
        this.interpreter = interpreter;
        this.stack = stack;
        this.meter = meter;
        this.arguments = arguments;
    }

    /** Replaces the event that is handled, null for none, and returns the old one. */
    ScriptEvent exchangeEvent(ScriptEvent newEvent) {
        ScriptEvent old = event;
        event = newEvent;
        return old;
    }

    /** The event that is handled; null if there is none. */
    ScriptEvent event() {
        return event;
    }

    /** A context variable of the event that is handled, integers as Longs. */
    Object context(int ordinal) {
        ContextVariable variable = CONTEXT[ordinal];
        if (event == null) {
            throw new ScriptError("ktap.script.noEvent", variable.word() + " is known only while an event is handled");
        }
        return switch (variable) {
            case PID -> (long) event.pid();
            case TID -> (long) event.tid();
            case UID -> event.uid();
            case CPU -> (long) event.cpu();
            case EXECNAME -> event.execname();
            case PROBENAME -> event.name();
            case ARGSTR -> event.text();
        };
    }

    /** Unwinds the main chunk if the host wants it to end. */
    void checkCancelled() {
        if (interpreter.isCancelled()) {
            throw new ScriptExit();
        }
    }

    KtapTable newTable() {
        return new KtapTable(meter);
    }

    /** The value of a built-in name; the code keeps it for the next time. */
    Object builtin(FunctionCode code, int constant) {
        Object known = code.builtins[constant];
        if (known == null) {
            known = lookUp(code.string(constant));
            code.builtins[constant] = known;
        }
        return known;
    }

    private Object lookUp(String name) {
        if (name.equals(Library.ARGUMENTS)) {
            return arguments;
        }
        Optional<BuiltinFunction> function = Library.function(name);
        return function.orElseThrow(() -> new ScriptError("ktap.script.unknownBuiltin",
                "this version of ktap has no built-in '" + name + "'"));
    }

    /**
     * Calls a built-in with the arguments from place {@code from} of the stack on; the results go to {@code at} and on.
     *
     * @param results how many, missing ones nil; {@link CallStack#ALL} for those that there are
     * @return how many results were written
     */
    int callBuiltin(BuiltinFunction function, int from, int arguments, int at, int results) {
        Call call = new Call(interpreter, stack, function.name(), from, arguments);
        function.body().call(call);
        int wanted = results == CallStack.ALL ? call.results : results;
        for (int i = 1; i < wanted; i++) {
            stack.values[at + i] = null;
        }
        if (wanted > 0) {
            stack.values[at] = call.result;
            stack.numbers[at] = call.resultNumber;
        }
        return wanted;
    }

    /** A field of the event that is handled by its place, integers as Longs. */
    Object argument(int index) {
        if (event == null) {
            throw new ScriptError("ktap.script.noEvent", "arg" + index + " is known only while an event is handled");
        }
        return event.argument(index);
    }
}

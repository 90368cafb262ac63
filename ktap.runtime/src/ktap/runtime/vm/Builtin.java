package ktap.runtime.vm;

/** The body of a built-in function. Immutable: all that changes is behind the {@link Call}. */
@FunctionalInterface
public interface Builtin {

    /**
     * Does its work. The result is nil unless it sets one.
     *
     * @throws ScriptError if the arguments are wrong or the work cannot be done
     */
    void call(Call call);
}

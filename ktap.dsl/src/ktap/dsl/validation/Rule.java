package ktap.dsl.validation;

import ktap.dsl.ktap.Script;
import ktap.dsl.scoping.Scopes;

/** One check of a whole script. Stateless. */
@FunctionalInterface
public interface Rule {
    void check(Script script, Scopes scopes, Problems problems);
}

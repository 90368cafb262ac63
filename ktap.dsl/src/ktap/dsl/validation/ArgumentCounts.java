package ktap.dsl.validation;

import ktap.dsl.KtapIssueCodes;
import ktap.dsl.ktap.CallExpression;
import ktap.dsl.ktap.Script;
import ktap.dsl.scoping.Binding;
import ktap.dsl.scoping.Scopes;
import ktap.runtime.vm.lib.BuiltinCatalog;
import ktap.runtime.vm.lib.BuiltinSignature;

/** Calls of built-ins must have as many arguments as these take. */
final class ArgumentCounts implements Rule {

    @Override
    public void check(Script script, Scopes scopes, Problems problems) {
        Trees.each(script, CallExpression.class, call -> {
            if (call.getMethod() != null) {
                return;
            }
            int given = call.getArguments().size();
            switch (scopes.of(Trees.plain(call.getFunction()))) {
                case Binding.Builtin builtin -> BuiltinCatalog.find(builtin.name())
                        .ifPresent(signature -> builtin(call, signature, given, problems));
                case Binding.Context context when given > 0 -> problems.error(KtapIssueCodes.ARGUMENT_COUNT, call,
                        "'" + context.variable().word() + "' takes no arguments, but " + given(given), "");
                case null, default -> {
                    // the arguments of the script's own functions are checked by nobody: missing ones are nil
                }
            }
        });
    }

    private static void builtin(CallExpression call, BuiltinSignature signature, int given, Problems problems) {
        if (given < signature.minimumArguments() || given > signature.maximumArguments()) {
            problems.error(KtapIssueCodes.ARGUMENT_COUNT, call, "'" + signature.name() + "' takes "
                    + expected(signature)
                    + ", but " + given(given),
                    "it is called as " + signature.name() + signature.parameters());
        }
    }

    private static String given(int count) {
        return count == 0 ? "none is given" : count == 1 ? "1 is given" : count + " are given";
    }

    private static String expected(BuiltinSignature signature) {
        int low = signature.minimumArguments();
        int high = signature.maximumArguments();
        String count = low == high ? low == 0 ? "no" : Integer.toString(low)
                : high == BuiltinSignature.ANY ? "at least " + low : low + " to " + high;
        return count + (low == 1 && (high == 1 || high == BuiltinSignature.ANY) ? " argument" : " arguments");
    }
}

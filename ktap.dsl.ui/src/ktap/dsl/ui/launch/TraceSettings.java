package ktap.dsl.ui.launch;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;

import ktap.dsl.ui.editor.ScriptFiles;

/**
 * What a launch configuration holds: an immutable value. Texts are as the user typed them, with variables such as
 * {@code ${project_loc}} not yet replaced.
 *
 * @param script the script's path in the workspace, for example {@code demo/a.kp}
 * @param arguments the script's arguments, with the quoting of a shell
 * @param command the workload, with the quoting of a shell; used if the scope is {@link TraceScope#COMMAND}
 * @param pid the process id; used if the scope is {@link TraceScope#PROCESS}
 */
public record TraceSettings(String script, String arguments, TraceScope scope, String command, String pid) {
    private static final String PREFIX = "ktap.dsl.ui.launch.";
    private static final String SCRIPT = PREFIX + "script";
    private static final String ARGUMENTS = PREFIX + "arguments";
    private static final String SCOPE = PREFIX + "scope";
    private static final String COMMAND = PREFIX + "command";
    private static final String PID = PREFIX + "pid";

    /** Settings that trace the whole system with a script. */
    public static TraceSettings ofScript(String script) {
        return new TraceSettings(script, "", TraceScope.SYSTEM, "", "");
    }

    /** The settings in a configuration; what is not there is empty, and traces the whole system. */
    public static TraceSettings readFrom(ILaunchConfiguration configuration) throws CoreException {
        return new TraceSettings(configuration.getAttribute(SCRIPT, ""), configuration.getAttribute(ARGUMENTS, ""),
                scopeNamed(configuration.getAttribute(SCOPE, "")), configuration.getAttribute(COMMAND, ""),
                configuration.getAttribute(PID, ""));
    }

    /** Puts the settings into a configuration. */
    public void writeTo(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(SCRIPT, script);
        configuration.setAttribute(ARGUMENTS, arguments);
        configuration.setAttribute(SCOPE, scope.name());
        configuration.setAttribute(COMMAND, command);
        configuration.setAttribute(PID, pid);
    }

    /** What is wrong, as one sentence for the user; empty if it can be launched. */
    public Optional<String> problem() {
        if (script.isBlank()) {
            return Optional.of("Choose a script.");
        }
        if (ScriptFiles.named(script).isEmpty()) {
            return Optional.of("There is no script '" + script + "' in the workspace.");
        }
        return switch (scope) {
            case SYSTEM -> Optional.empty();
            case COMMAND -> command.isBlank() ? Optional.of("Enter the command to trace.") : Optional.empty();
            case PROCESS -> isPid(pid) ? Optional.empty()
                    : Optional.of("Enter the id of the process to trace: a positive number.");
        };
    }

    private static boolean isPid(String text) {
        return text.strip().matches("[1-9][0-9]{0,8}");
    }

    private static TraceScope scopeNamed(String name) {
        return Arrays.stream(TraceScope.values()).filter(scope -> scope.name().equals(name)).findFirst()
                .orElse(TraceScope.SYSTEM);
    }
}

package ktap.dsl.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.junit.jupiter.api.Test;

import ktap.dsl.ui.KtapUi;
import ktap.dsl.ui.testing.ScriptProject;

class TraceSettingsTest {

    @Test
    void isTheSameAfterItWasWrittenAndRead() throws CoreException {
        ILaunchConfigurationWorkingCopy copy = newConfiguration();
        TraceSettings settings = new TraceSettings("demo/a.kp", "one 'two three'", TraceScope.PROCESS, "ls -l", "42");
        settings.writeTo(copy);
        assertEquals(settings, TraceSettings.readFrom(copy));
    }

    @Test
    void anEmptyConfigurationTracesTheWholeSystem() throws CoreException {
        assertEquals(TraceSettings.ofScript(""), TraceSettings.readFrom(newConfiguration()));
    }

    @Test
    void saysWhatIsMissing() throws CoreException {
        try (ScriptProject project = new ScriptProject("settings")) {
            project.file("a.kp", "");
            assertEquals(Optional.of("Choose a script."), settings("", TraceScope.SYSTEM, "", "").problem());
            assertEquals(Optional.of("There is no script 'settings/b.kp' in the workspace."),
                    settings("settings/b.kp", TraceScope.SYSTEM, "", "").problem());
            assertEquals(Optional.empty(), settings("settings/a.kp", TraceScope.SYSTEM, "", "x").problem());
            assertEquals(Optional.of("Enter the command to trace."),
                    settings("settings/a.kp", TraceScope.COMMAND, " ", "").problem());
            assertEquals(Optional.empty(), settings("settings/a.kp", TraceScope.COMMAND, "ls", "").problem());
            for (String pid : new String[] { "", "0", "-1", "1x", "99999999999" }) {
                assertEquals(Optional.of("Enter the id of the process to trace: a positive number."),
                        settings("settings/a.kp", TraceScope.PROCESS, "", pid).problem(), pid);
            }
            assertEquals(Optional.empty(), settings("settings/a.kp", TraceScope.PROCESS, "", " 7 ").problem());
        }
    }

    private static TraceSettings settings(String script, TraceScope scope, String command, String pid) {
        return new TraceSettings(script, "", scope, command, pid);
    }

    private static ILaunchConfigurationWorkingCopy newConfiguration() throws CoreException {
        return DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(KtapUi.TRACE_TYPE)
                .newInstance(null, "settings");
    }
}

package ktap.dsl.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.expressions.EvaluationContext;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.Expression;
import org.eclipse.core.expressions.ExpressionConverter;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.actions.ILaunchable;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ktap.dsl.ui.testing.ScriptProject;

/** The Run As menu of a file. */
class RunAsTest {
    private ScriptProject project;

    @BeforeEach
    void createProject() throws CoreException {
        project = new ScriptProject("runas");
    }

    @AfterEach
    void deleteProject() throws CoreException {
        project.close();
    }

    @Test
    void theMenuIsThereAndOffersTheTraceForScriptsOnly() throws CoreException {
        IFile script = project.file("a.kp", "");
        assertTrue(Platform.getAdapterManager().hasAdapter(script, ILaunchable.class.getName()));
        assertTrue(isOffered(script));
        assertFalse(isOffered(project.file("a.txt", "")));
    }

    @Test
    void theFirstRunMakesAConfigurationAndLaterRunsUseIt() throws CoreException {
        IFile script = project.file("a.kp", "");
        StructuredSelection selection = new StructuredSelection(script);
        assertEquals(0, new TraceLaunchShortcut().getLaunchConfigurations(selection).length);

        ILaunchConfiguration made = TraceLaunchShortcut.configurationFor(script);

        assertEquals("a.kp", made.getName());
        assertEquals(TraceSettings.ofScript("runas/a.kp"), TraceSettings.readFrom(made));
        assertEquals(made, TraceLaunchShortcut.configurationFor(script));
        assertEquals(List.of(made), List.of(new TraceLaunchShortcut().getLaunchConfigurations(selection)));
        made.delete();
    }

    /** Whether the shortcut's condition in plugin.xml holds for a selected file. */
    private static boolean isOffered(IFile file) throws CoreException {
        IConfigurationElement shortcut = Arrays
                .stream(Platform.getExtensionRegistry()
                        .getConfigurationElementsFor("org.eclipse.debug.ui.launchShortcuts"))
                .filter(element -> "ktap.dsl.ui.launch.shortcut".equals(element.getAttribute("id"))).findFirst()
                .orElseThrow();
        Expression condition = ExpressionConverter.getDefault()
                .perform(shortcut.getChildren("contextualLaunch")[0].getChildren("enablement")[0]);
        EvaluationContext context = new EvaluationContext(null, List.of(file));
        context.addVariable("selection", List.of(file));
        return condition.evaluate(context) == EvaluationResult.TRUE;
    }
}

package ktap.dsl.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ktap.dsl.ui.testing.ScriptProject;
import ktap.dsl.ui.testing.Ui;

/** The generic editor with our services, in the real workbench. */
class EditorTest {
    private static final String SCRIPT = """
            #!/usr/bin/env ktap
            # How often is each system call made?

            calls = {}

            function count(e) {
                if (e.sc_is_enter) {
                    inplace_inc(calls, e.name)
                    last = "pid " .. execname()
                }
            }

            kdebug.probe("tp:syscalls", count)
            kdebug.probe_end(function () {
                printf("%d kinds of calls\\n", len(calls))
                histogram(calls)
            })
            """;
    private static final String BROKEN = SCRIPT.replace("calls = {}", "calls = ;");

    private ScriptProject project;

    @BeforeEach
    void createProject() throws CoreException {
        project = new ScriptProject("demo");
    }

    @AfterEach
    void deleteProject() throws CoreException {
        project.close();
    }

    @Test
    void opensInTheGenericEditorWithOurColours() throws CoreException {
        IEditorPart editor = ScriptProject.open(project.file("colours.kp", SCRIPT));
        StyledText text = textOf(editor);
        Ui.await("a coloured keyword", () -> style(text, "function") != null);

        assertEquals("org.eclipse.ui.genericeditor.GenericEditor", editor.getSite().getId());
        assertEquals(SWT.BOLD, style(text, "function").fontStyle);
        assertColour("keyword", text, "function");
        assertColour("string", text, "\"tp:syscalls\"");
        assertColour("comment", text, "# How often");
        assertColour("builtin", text, "histogram");
        assertNotNull(editor.getTitleImage());
    }

    @Test
    void aQuoteChangesTheColoursOfWhatFollows() throws CoreException {
        IEditorPart editor = ScriptProject.open(project.file("quote.kp", SCRIPT));
        StyledText text = textOf(editor);
        Ui.await("a coloured keyword", () -> style(text, "function") != null);

        documentOf(editor).set(SCRIPT.replace("# How often", "x = [[ How often") + "]]\n");

        Ui.await("the keyword inside the long string to lose its style",
                () -> style(text, "function") == null || style(text, "function").fontStyle != SWT.BOLD);
    }

    @Test
    void anErrorIsMarkedAsItIsTypedAndUnmarkedWhenItIsFixed() throws CoreException {
        IFile file = project.file("broken.kp", SCRIPT);
        ITextEditor editor = (ITextEditor) ScriptProject.open(file);
        assertEquals(0, ScriptProject.problems(file).length);

        documentOf(editor).set(BROKEN);
        Ui.await("a problem marker", () -> ScriptProject.problems(file).length > 0);

        IMarker marker = ScriptProject.problems(file)[0];
        assertEquals(IMarker.SEVERITY_ERROR, marker.getAttribute(IMarker.SEVERITY, -1));
        assertEquals(4, marker.getAttribute(IMarker.LINE_NUMBER, -1));
        assertTrue(marker.getAttribute(IMarker.CHAR_START, -1) >= BROKEN.indexOf("calls = ;"));
        Ui.await("an error annotation in the editor", () -> hasErrorAnnotation(editor));

        documentOf(editor).set(SCRIPT);
        Ui.await("the marker to go", () -> ScriptProject.problems(file).length == 0);
        Ui.await("the annotation to go", () -> !hasErrorAnnotation(editor));
    }

    @Test
    void contentAssistProposesBuiltIns() throws CoreException {
        String text = SCRIPT + "prin";
        IEditorPart editor = ScriptProject.open(project.file("assist.kp", text));
        ITextViewer viewer = editor.getAdapter(ITextViewer.class);

        ICompletionProposal[] proposals = new KtapContentAssistProcessor().computeCompletionProposals(viewer,
                text.length());

        ICompletionProposal printf = Arrays.stream(proposals)
                .filter(proposal -> proposal.getDisplayString().startsWith("printf")).findFirst().orElseThrow();
        printf.apply(documentOf(editor));
        assertTrue(documentOf(editor).get().startsWith(SCRIPT + "printf"), documentOf(editor).get());
    }

    @Test
    void contentAssistOpensInTheEditor() throws CoreException {
        Ui.resizeWindow(1280, 900);
        String typed = BROKEN.replace("printf(\"%d kinds of calls\\n\", len(calls))", "prin");
        IFile file = project.file("syscalls.kp", typed);
        ITextEditor editor = (ITextEditor) ScriptProject.open(file);
        Ui.arrangeForScreenshot(file);
        Ui.page().showView(IPageLayout.ID_PROBLEM_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
        Ui.await("a problem marker", () -> ScriptProject.problems(file).length > 0);
        Ui.page().activate(editor);
        Ui.await("an error annotation in the editor", () -> hasErrorAnnotation(editor));
        Ui.awaitItemsIn("Description");
        editor.selectAndReveal(typed.indexOf("prin\n") + "prin".length(), 0);
        int shells = visibleShells();

        editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);

        Ui.await("the list of proposals", () -> visibleShells() > shells);
        Ui.screenshot("editor");
    }

    private static int visibleShells() {
        return (int) Arrays.stream(Display.getCurrent().getShells()).filter(Shell::isVisible).count();
    }

    private static void assertColour(String name, StyledText text, String token) {
        StyleRange style = style(text, token);
        assertNotNull(style, token + " has no style");
        assertEquals(JFaceResources.getColorRegistry().get(TokenStyles.PREFIX + name), style.foreground, token);
        assertNotEquals(text.getForeground(), style.foreground, token);
    }

    private static StyleRange style(StyledText text, String token) {
        return text.getStyleRangeAtOffset(text.getText().indexOf(token));
    }

    private static boolean hasErrorAnnotation(ITextEditor editor) {
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        Iterable<Annotation> annotations = model::getAnnotationIterator;
        for (Annotation annotation : annotations) {
            if (annotation.getType().equals("org.eclipse.ui.workbench.texteditor.error")
                    && !annotation.isMarkedDeleted()) {
                return true;
            }
        }
        return false;
    }

    private static StyledText textOf(IEditorPart editor) {
        return editor.getAdapter(ITextViewer.class).getTextWidget();
    }

    private static IDocument documentOf(IEditorPart editor) {
        return editor.getAdapter(ITextViewer.class).getDocument();
    }
}

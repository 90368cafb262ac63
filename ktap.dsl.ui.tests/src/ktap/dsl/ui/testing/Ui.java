package ktap.dsl.ui.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.eclipse.ui.texteditor.AbstractDecoratedTextEditorPreferenceConstants;

/** The workbench under test. All methods are for the user interface's thread, on which the tests run. */
public final class Ui {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The toolkit paints some frames after the events that ask for it. */
    private static final Duration REPAINT = Duration.ofMillis(500);

    private static final int FRAME_WIDTH = 6;
    private static final int FRAME_HEIGHT = 29;

    private Ui() {
    }

    public static IWorkbenchPage page() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        return window.getActivePage();
    }

    /** Gives the window the size that the screenshots have. */
    public static void resizeWindow(int width, int height) {
        Shell shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        shell.setBounds(0, 0, width, height);
        handleEvents();
    }

    /** Handles events until the condition holds; fails after half a minute. */
    public static void await(String what, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        long end = System.nanoTime() + PATIENCE.toNanos();
        // Wakes the loop, so that a condition which another thread makes true is seen.
        Runnable tick = new Runnable() {
            @Override
            public void run() {
                display.timerExec(50, this);
            }
        };
        tick.run();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    fail("waited in vain for: " + what);
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } finally {
            display.timerExec(-1, tick);
        }
    }

    /** As {@link #await}, and tells how much of the processor's time the longest event took, in nanoseconds. */
    public static long awaitAndTimeEvents(String what, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long longest = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("waited in vain for: " + what);
            }
            long before = threads.getCurrentThreadCpuTime();
            display.readAndDispatch();
            longest = Math.max(longest, threads.getCurrentThreadCpuTime() - before);
        }
        return longest;
    }

    /** Handles events for a time, to show that something does not happen. */
    public static void handleEventsFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        await("the time to pass", () -> System.nanoTime() > end);
    }

    /** The first control of a type inside a control. */
    public static <T extends Control> T find(Control root, Class<T> type) {
        return search(root, type).orElseThrow(() -> new AssertionError("no " + type.getSimpleName()));
    }

    private static <T extends Control> Optional<T> search(Control root, Class<T> type) {
        if (type.isInstance(root)) {
            return Optional.of(type.cast(root));
        }
        Control[] children = root instanceof Composite composite ? composite.getChildren() : new Control[0];
        return Arrays.stream(children).map(child -> search(child, type)).flatMap(Optional::stream).findFirst();
    }

    /** Handles all events that are there. */
    public static void handleEvents() {
        Display display = Display.getCurrent();
        while (display.readAndDispatch()) {
            // until there are none
        }
    }

    /** Shows a file in the Project Explorer, and nothing that has nothing to show. */
    public static void arrangeForScreenshot(IFile file) throws PartInitException {
        EditorsUI.getPreferenceStore().setValue(
                AbstractDecoratedTextEditorPreferenceConstants.EDITOR_LINE_NUMBER_RULER, true);
        for (IViewReference view : page().getViewReferences()) {
            if (List.of(IPageLayout.ID_OUTLINE, IPageLayout.ID_TASK_LIST).contains(view.getId())) {
                page().hideView(view);
            }
        }
        IViewPart explorer = page().showView(IPageLayout.ID_PROJECT_EXPLORER, null, IWorkbenchPage.VIEW_VISIBLE);
        ((ISetSelectionTarget) explorer).selectReveal(new StructuredSelection(file));
    }

    /** Waits until the tree with a column of this title shows something, and opens its first item. */
    public static void awaitItemsIn(String column) {
        Shell shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        List<Tree> trees = new ArrayList<>();
        await("items below " + column, () -> {
            collectTrees(shell, column, trees);
            return !trees.isEmpty() && trees.getLast().getItemCount() > 0;
        });
        TreeItem first = trees.getLast().getItem(0);
        Event expand = new Event();
        expand.item = first;
        first.getParent().notifyListeners(SWT.Expand, expand);
        first.setExpanded(true);
        handleEvents();
    }

    private static void collectTrees(Control root, String column, List<Tree> found) {
        if (root instanceof Tree tree && tree.getColumnCount() > 0 && tree.getColumn(0).getText().equals(column)) {
            found.add(tree);
        } else if (root instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collectTrees(child, column, found);
            }
        }
    }

    /** Saves what is on the screen as a PNG file in the folder that the build names; does nothing if it names none. */
    public static void screenshot(String name) {
        String folder = System.getProperty("ktap.screenshots");
        if (folder == null) {
            return;
        }
        Display display = Display.getCurrent();
        handleEventsFor(REPAINT);
        Image image = new Image(display, display.getBounds().width, display.getBounds().height);
        GC gc = new GC(display);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] { withoutFrame(image.getImageData()) };
        image.dispose();
        new File(folder).mkdirs();
        loader.save(new File(folder, name + ".png").getPath(), SWT.IMAGE_PNG);
    }

    /** Without a window manager, the room that the window keeps for its frame is black. */
    private static ImageData withoutFrame(ImageData data) {
        Rectangle window = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().getBounds();
        ImageData cut = new ImageData(Math.min(data.width, window.width - FRAME_WIDTH),
                Math.min(data.height, window.height - FRAME_HEIGHT), data.depth, data.palette);
        int[] pixels = new int[cut.width];
        for (int y = 0; y < cut.height; y++) {
            data.getPixels(0, y, cut.width, pixels, 0);
            cut.setPixels(0, y, cut.width, pixels, 0);
        }
        return cut;
    }

    /** The result of a call whose checked exceptions would be a broken test. */
    public static <T> T get(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package ktap.dsl.ui.histogram;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** Draws one bar in the theme's colour. */
final class BarPainter {
    /** The colour's name in the theme. */
    static final String COLOR = "ktap.dsl.ui.color.bar";

    private static final int MARGIN = 3;

    private BarPainter() {
    }

    /**
     * Draws a bar into a cell. A length above 0 is drawn at least one pixel long, so that what happened is never
     * invisible.
     *
     * @param length from 0 to 1
     */
    static void paint(GC gc, Rectangle cell, double length) {
        if (length <= 0) {
            return;
        }
        int room = Math.max(0, cell.width - 2 * MARGIN);
        int width = Math.max(1, (int) Math.round(room * length));
        Color before = gc.getBackground();
        gc.setBackground(JFaceResources.getColorRegistry().get(COLOR));
        gc.fillRectangle(cell.x + MARGIN, cell.y + MARGIN, width, Math.max(1, cell.height - 2 * MARGIN));
        gc.setBackground(before);
    }
}

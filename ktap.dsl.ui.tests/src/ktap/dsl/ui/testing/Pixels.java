package ktap.dsl.ui.testing;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

/** What a control has drawn. */
public final class Pixels {
    private final ImageData data;

    private Pixels(ImageData data) {
        this.data = data;
    }

    public static Pixels of(Control control) {
        Image image = new Image(control.getDisplay(), control.getSize().x, control.getSize().y);
        GC gc = new GC(control);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        return new Pixels(data);
    }

    /** How many pixels of the middle row of an area have a colour of the theme. */
    public int widthOf(String themeColor, Rectangle area) {
        RGB wanted = JFaceResources.getColorRegistry().getRGB(themeColor);
        int row = area.y + area.height / 2;
        int count = 0;
        for (int x = area.x; x < Math.min(data.width, area.x + area.width); x++) {
            if (data.palette.getRGB(data.getPixel(x, row)).equals(wanted)) {
                count++;
            }
        }
        return count;
    }
}

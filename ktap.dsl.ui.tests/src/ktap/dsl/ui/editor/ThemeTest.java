package ktap.dsl.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ktap.dsl.ui.testing.Ui;

/** Our colours can be read on both themes of the platform. */
class ThemeTest {
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final RGB WHITE = new RGB(255, 255, 255);
    private static final RGB DARK_BACKGROUND = new RGB(30, 31, 34);
    /** What WCAG 2.1 (AA) asks of normal text. */
    private static final double READABLE = 4.5;
    private static final List<String> NAMES = List.of("keyword", "builtin", "context", "string", "number", "event",
            "comment");

    private final IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);

    @AfterEach
    void backToLight() {
        engine.setTheme(LIGHT, false);
        Ui.handleEvents();
    }

    @Test
    void coloursContrastWithTheLightAndWithTheDarkEditor() {
        assertReadable(WHITE);
        engine.setTheme(DARK, false);
        Ui.await("the dark keyword colour", () -> color("keyword").equals(new RGB(0xcc, 0x7c, 0xd0)));
        assertEquals(new RGB(0x4f, 0x7f, 0xb8), color("bar"));
        assertReadable(DARK_BACKGROUND);
    }

    private static void assertReadable(RGB background) {
        for (String name : NAMES) {
            double contrast = contrast(color(name), background);
            assertTrue(contrast >= READABLE, name + " has a contrast of " + contrast + " with " + background);
        }
    }

    private static RGB color(String name) {
        return JFaceResources.getColorRegistry().getRGB(TokenStyles.PREFIX + name);
    }

    /** The contrast ratio of WCAG 2.1, from 1 to 21. */
    private static double contrast(RGB one, RGB other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(RGB color) {
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
    }

    private static double linear(int component) {
        double value = component / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

package ktap.runtime.vm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ktap.runtime.vm.KtapTable;

/** A table does what a LinkedHashMap does, whatever the order of the operations. */
class TableModelTest {

    /** @param spread how many different keys: few make lists that are filled, cut and filled again */
    @ParameterizedTest
    @ValueSource(ints = {3, 20, 300})
    void behavesLikeAMapThatKeepsTheOrder(int spread) {
        Random random = new Random(spread);
        for (int round = 0; round < 200; round++) {
            KtapTable table = new KtapTable();
            Map<Object, Object> model = new LinkedHashMap<>();
            for (int i = 0; i < 400; i++) {
                Object key = key(random, spread, model.size());
                switch (random.nextInt(8)) {
                    case 0 -> {
                        table.put(key, null);
                        model.remove(key);
                    }
                    case 1 -> {
                        table.add(key, i);
                        model.merge(key, (long) i, (a, b) -> (Long) a + (Long) b);
                    }
                    case 2 -> {
                        if (random.nextInt(40) == 0) {
                            table.clear();
                            model.clear();
                        }
                    }
                    default -> {
                        table.put(key, (long) i);
                        model.put(key, (long) i);
                    }
                }
                Object asked = key(random, spread, model.size());
                assertEquals(model.get(asked), table.get(asked));
            }
            List<String> elements = new ArrayList<>();
            table.forEach((key, value) -> elements.add(key + "=" + value));
            assertEquals(model.entrySet().stream().map(Object::toString).toList(), elements);
            assertEquals(model.size(), table.size());
        }
    }

    private static Object key(Random random, int spread, int size) {
        return switch (random.nextInt(8)) {
            case 0 -> "s" + random.nextInt(spread);
            case 1 -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
            case 2, 3, 4 -> (long) size + random.nextInt(2);
            default -> (long) random.nextInt(spread) - 1;
        };
    }
}

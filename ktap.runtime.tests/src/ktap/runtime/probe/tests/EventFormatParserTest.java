package ktap.runtime.probe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ktap.runtime.bpf.RecordLayout;
import ktap.runtime.probe.EventField;
import ktap.runtime.probe.EventField.Storage;
import ktap.runtime.probe.EventFormat;
import ktap.runtime.probe.EventFormatParser;
import ktap.runtime.report.TargetException;

class EventFormatParserTest {
    private static final String TEXT = """
            name: some_event
            ID: 365
            format:
            \tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;
            \tfield:int common_pid;\toffset:4;\tsize:4;\tsigned:1;

            \tfield:__data_loc char[] filename;\toffset:8;\tsize:4;\tsigned:0;
            \tfield:char comm[16];\toffset:12;\tsize:16;\tsigned:0;
            \tfield:const char * buf;\toffset:32;\tsize:8;\tsigned:0;
            \tfield:unsigned long args[6];\toffset:40;\tsize:48;\tsigned:0;
            \tfield:__rel_loc unsigned int[] values;\toffset:88;\tsize:4;\tsigned:0;
            \tfield:bool flag;\toffset:92;\tsize:1;

            print fmt: "filename=%s; field:x", __get_str(filename)
            """;

    @Test
    void readsFields() throws TargetException {
        EventFormat format = EventFormatParser.parse(TEXT);
        assertEquals("some_event", format.name());
        assertEquals(365, format.id());
        assertEquals("\"filename=%s; field:x\", __get_str(filename)", format.printFormat());
        assertEquals(8, format.fields().size());
        assertEquals(6, format.ownFields().size());
        assertEquals(new EventField("filename", "char[]", 8, 4, false, Storage.DATA_LOC), field(format, "filename"));
        assertEquals(new EventField("comm", "char[16]", 12, 16, false, Storage.ARRAY), field(format, "comm"));
        assertEquals(new EventField("buf", "const char *", 32, 8, false, Storage.SCALAR), field(format, "buf"));
        assertEquals(new EventField("args", "unsigned long[6]", 40, 48, false, Storage.ARRAY), field(format, "args"));
        assertEquals(new EventField("values", "unsigned int[]", 88, 4, false, Storage.REL_LOC),
                field(format, "values"));
        assertTrue(field(format, "common_pid").signed());
        assertFalse(field(format, "flag").signed());
        assertTrue(field(format, "filename").isText());
        assertTrue(field(format, "comm").isText());
        assertFalse(field(format, "buf").isText());
        assertFalse(field(format, "values").isText());
        assertEquals(Optional.empty(), format.field("nothing"));
    }

    @Test
    void knowsTheRecordsLength() throws TargetException {
        RecordLayout layout = EventFormatParser.parse(TEXT).recordLayout();
        assertEquals(93, layout.fixedLength());
        assertEquals(Optional.of(new RecordLayout.Tail(88, 92)), layout.tail());
    }

    private static EventField field(EventFormat format, String name) {
        return format.field(name).orElseThrow();
    }

    @Test
    void refusesWhatIsNoFormat() {
        assertEquals("ktap.target.malformed",
                assertThrows(TargetException.class, () -> EventFormatParser.parse("")).code());
        assertThrows(TargetException.class, () -> EventFormatParser.parse(TEXT.replace("offset:8;", "offset:x;")));
        assertThrows(TargetException.class, () -> EventFormatParser.parse(TEXT.replace("ID: 365", "ID: 99999999999")));
    }

    @Test
    void throwsNothingElseForDamagedFiles() {
        Random random = new Random(1302);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(TEXT);
            for (int damage = random.nextInt(6); damage >= 0; damage--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                }
            }
            try {
                EventFormat format = EventFormatParser.parse(text.toString());
                assertTrue(format.id() >= 0);
                format.ownFields().forEach(EventField::isText);
                assertTrue(format.recordLayout().fixedLength() >= 8);
            } catch (TargetException e) {
                refused++;
            }
        }
        assertTrue(refused > 100 && refused < 20_000, "refused " + refused);
    }
}

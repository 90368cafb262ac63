package ktap.runtime.probe.tests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HexFormat;
import java.util.Set;

/** Writes x86-64 programs of a few instructions, so that tests need no compiler and know every system call made. */
final class MachineCode {
    private static final long BASE = 0x400000;
    private static final int HEADERS = 64 + 56;

    private MachineCode() {
    }

    /**
     * A program that makes this many calls of getpid: some through {@code syscall}, some through {@code int 0x80},
     * where getpid is number 20, which is writev for {@code syscall}.
     */
    static Path getpid(Path file, int native64, int compat32) throws IOException {
        String code = loop(native64, "b827000000" + "0f05")
                + loop(compat32, "b814000000" + "cd80")
                + "b83c000000" + "31ff" + "0f05";
        return write(file, HexFormat.of().parseHex(code));
    }

    /** {@code mov ebx, count; again: body; dec ebx; jnz again}. */
    private static String loop(int count, String body) {
        int length = body.length() / 2 + 4;
        return count == 0 ? "" : "bb" + HexFormat.of().toHexDigits(Integer.reverseBytes(count)) + body
                + "ffcb" + "75" + HexFormat.of().toHexDigits((byte) -length);
    }

    /** An ELF file (elf(5)) with one segment that is read and executed. */
    private static Path write(Path file, byte[] code) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(HEADERS + code.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        out.putShort((short) 2).putShort((short) 62).putInt(1);
        out.putLong(BASE + HEADERS).putLong(64).putLong(0).putInt(0);
        out.putShort((short) 64).putShort((short) 56).putShort((short) 1);
        out.putShort((short) 64).putShort((short) 0).putShort((short) 0);
        out.putInt(1).putInt(5).putLong(0).putLong(BASE).putLong(BASE);
        out.putLong(out.capacity()).putLong(out.capacity()).putLong(0x1000).put(code);
        Files.write(file, out.array());
        Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE));
        return file;
    }
}

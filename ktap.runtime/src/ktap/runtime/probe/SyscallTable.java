package ktap.runtime.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

import ktap.runtime.kernel.Architecture;

/**
 * The numbers of an architecture's system calls by the names of the kernel's entry points, which are those of its
 * events: {@code newfstatat}, {@code newuname}, {@code sendfile64}. Immutable.
 */
public final class SyscallTable {
    private final Map<String, Integer> numbers;

    private SyscallTable(Map<String, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
    }

    public static SyscallTable of(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> read("syscalls-x86_64.txt");
            case AARCH64, RISCV64 -> read("syscalls-generic.txt");
        };
    }

    /** The number of a system call; empty if this version of ktap does not know it. */
    public OptionalInt number(String entryPoint) {
        Integer number = numbers.get(entryPoint);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** All entry points and their numbers. */
    public Map<String, Integer> numbers() {
        return numbers;
    }

    private static SyscallTable read(String resource) {
        Map<String, Integer> numbers = new TreeMap<>();
        try (InputStream in = SyscallTable.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" "))
                    .forEach(words -> numbers.put(words[1], Integer.valueOf(words[0])));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource + " of this bundle", e);
        }
        return new SyscallTable(numbers);
    }
}

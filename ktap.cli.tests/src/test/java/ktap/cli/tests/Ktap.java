package ktap.cli.tests;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the packaged command line as users do: as a process of its own. */
final class Ktap {
    /** Far more than any of these runs takes, so that a hang fails the test and not the build. */
    static final long TIMEOUT_SECONDS = 120;

    private Ktap() {
    }

    /** What a finished run left. */
    record Result(int status, String out, String err) {
        /** The lines of the output without the last line end. */
        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** The checkout. */
    static Path root() {
        return Path.of(System.getProperty("ktap.root")).toAbsolutePath().normalize();
    }

    /** The launcher that the build made. */
    static Path launcher() {
        return root().resolve("ktap.cli/target/dist/bin/ktap");
    }

    /** Runs {@code ktap} with these arguments in the checkout. */
    static Result run(String... arguments) {
        return run(command(arguments));
    }

    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(launcher().toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs any command in the checkout. */
    static Result run(List<String> command) {
        try (Running running = start(command)) {
            return running.await();
        }
    }

    static Running start(List<String> command) {
        try {
            Path out = Files.createTempFile("ktap", ".out");
            Process process = new ProcessBuilder(command).directory(root().toFile())
                    .redirectInput(Path.of("/dev/null").toFile()).redirectOutput(out.toFile()).start();
            return new Running(process, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run that is not finished. Closing kills it. */
    static final class Running implements AutoCloseable {
        private final Process process;
        private final Path out;
        private final StringBuilder messages = new StringBuilder();
        private final Thread reader;

        Running(Process process, Path out) {
            this.process = process;
            this.out = out;
            this.reader = Thread.ofPlatform().daemon().start(this::readMessages);
        }

        private void readMessages() {
            try (Reader err = new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)) {
                char[] buffer = new char[1024];
                for (int count = err.read(buffer); count >= 0; count = err.read(buffer)) {
                    synchronized (messages) {
                        messages.append(buffer, 0, count);
                        messages.notifyAll();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        long pid() {
            return process.pid();
        }

        Result await() {
            try {
                if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("still running after " + TIMEOUT_SECONDS + " s; it printed\n" + output() + messages());
                }
                reader.join();
                return new Result(process.exitValue(), output(), messages());
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        /** Waits until the run has printed this text to its error stream. */
        void awaitMessage(String text) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
            synchronized (messages) {
                while (messages.indexOf(text) < 0) {
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (left <= 0 || !process.isAlive()) {
                        throw new AssertionError("no '" + text + "' but\n" + messages);
                    }
                    try {
                        messages.wait(Math.min(left, 1000));
                    } catch (InterruptedException e) {
                        throw interrupted(e);
                    }
                }
            }
        }

        void signal(String name) {
            Ktap.run(List.of("kill", "-" + name, Long.toString(process.pid())));
        }

        private String messages() {
            synchronized (messages) {
                return messages.toString();
            }
        }

        private String output() {
            try {
                return Files.readString(out, StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static AssertionError interrupted(InterruptedException e) {
            Thread.currentThread().interrupt();
            return new AssertionError("interrupted", e);
        }

        @Override
        public void close() {
            process.destroyForcibly();
            try {
                process.waitFor();
                Files.deleteIfExists(out);
            } catch (InterruptedException e) {
                throw interrupted(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

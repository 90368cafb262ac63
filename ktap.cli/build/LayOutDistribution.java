import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays out the command line as a folder that runs by itself: {@code bin/ktap}, {@code lib/}, the native part of JNA
 * unpacked in {@code native/}, and an archive of loaded classes in {@code ktap.aot} or {@code ktap.jsa}. Everything here
 * is for a fast start: the JVM archives no class of a signed jar, and JNA without the folder unpacks its library and forks
 * {@code ldconfig} each time.
 *
 * <p>Run by the build as a source file: {@code java LayOutDistribution.java KTAP_JAR LIBRARY_FOLDER DIST_FOLDER}.
 */
final class LayOutDistribution {
    /** The folder of the distribution, as the launcher names it: so it can be moved. */
    private static final String HOME = "${home}";

    private final Path jar;
    private final Path libraries;
    private final Path dist;
    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    private LayOutDistribution(Path jar, Path libraries, Path dist) {
        this.jar = jar.toAbsolutePath();
        this.libraries = libraries.toAbsolutePath();
        this.dist = dist.toAbsolutePath();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new LayOutDistribution(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).run();
    }

    private void run() throws IOException, InterruptedException {
        delete(dist);
        Path lib = Files.createDirectories(dist.resolve("lib"));
        for (Path source : jars(libraries)) {
            copyUnsigned(source, lib.resolve(source.getFileName()));
        }
        copyUnsigned(jar, lib.resolve(jar.getFileName()));
        unpackJna(lib);
        List<String> options = options(lib);
        writeLauncher(options, "");
        String archive = makeArchive(options);
        writeLauncher(options, archive);
        // ./ktap builds again when a source is newer than this.
        Files.createFile(dist.resolve("build.stamp"));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** Copies a jar without signature files and without the digests that go with them. */
    private static void copyUnsigned(Path source, Path target) throws IOException {
        try (JarFile in = new JarFile(source.toFile())) {
            Manifest manifest = in.getManifest() == null ? new Manifest() : new Manifest(in.getManifest());
            manifest.getEntries().clear();
            manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
                for (JarEntry entry : in.stream().toList()) {
                    if (!isSignature(entry.getName())) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        try (InputStream content = in.getInputStream(entry)) {
                            content.transferTo(out);
                        }
                        out.closeEntry();
                    }
                }
            }
        }
    }

    private static boolean isSignature(String name) {
        return name.equals(JarFile.MANIFEST_NAME) || name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
    }

    private void unpackJna(Path lib) throws IOException {
        Path folder = Files.createDirectories(dist.resolve("native"));
        Path jna = jars(lib).stream().filter(file -> file.getFileName().toString().startsWith("jna-")).findFirst()
                .orElseThrow(() -> new IOException("no JNA in " + lib));
        String resource = "com/sun/jna/linux-" + jnaArchitecture() + "/libjnidispatch.so";
        try (JarFile in = new JarFile(jna.toFile()); InputStream content = in.getInputStream(in.getEntry(resource))) {
            Files.copy(content, folder.resolve("libjnidispatch.so"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String jnaArchitecture() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (arch) {
            case "amd64", "x86_64" -> "x86-64";
            default -> arch;
        };
    }

    private List<String> options(Path lib) throws IOException {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=off",
                "--enable-native-access=ALL-UNNAMED"));
        if (Runtime.version().feature() >= 24) {
            // Guice asks for a deprecated method of Unsafe, and the JVM would tell the user about it at each start.
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        options.add("-Djna.nounpack=true");
        options.add("-Djna.boot.library.path=" + HOME + "/native");
        options.add("-Djna.platform.library.path=" + libraryFolder());
        options.add("-cp");
        options.add(jars(lib).stream().map(file -> HOME + "/lib/" + file.getFileName()).collect(Collectors.joining(":")));
        return options;
    }

    /** The folder of the C library: JNA asks {@code ldconfig} for it unless told. */
    private static Path libraryFolder() throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (String parent : List.of("/lib", "/usr/lib")) {
            if (Files.isDirectory(Path.of(parent))) {
                try (Stream<Path> folders = Files.list(Path.of(parent))) {
                    folders.filter(folder -> folder.toString().contains("-linux-gnu")).sorted().forEach(candidates::add);
                }
            }
        }
        candidates.addAll(List.of(Path.of("/lib64"), Path.of("/usr/lib64"), Path.of("/lib"), Path.of("/usr/lib")));
        return candidates.stream().filter(folder -> Files.exists(folder.resolve("libc.so.6"))).findFirst()
                .orElse(Path.of("/lib"));
    }

    /** Runs ktap once for training and returns the option that uses the archive made, or nothing if there is none. */
    private String makeArchive(List<String> options) throws IOException, InterruptedException {
        boolean aot = Runtime.version().feature() >= 25;
        Path archive = dist.resolve(aot ? "ktap.aot" : "ktap.jsa");
        List<String> command = List.of(dist.resolve("bin/ktap").toString(), "-q", "-e", TRAINING_SCRIPT, "--", "true");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_TOOL_OPTIONS",
                aot ? "-XX:AOTCacheOutput=" + archive : "-XX:ArchiveClassesAtExit=" + archive);
        Process training = builder.start();
        String output = new String(training.getInputStream().readAllBytes());
        int status = training.waitFor();
        if (!Files.exists(archive)) {
            System.out.println("no class archive was made (training run ended with " + status + "): ktap will start slower\n"
                    + output);
            return "";
        }
        return (aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + HOME + "/" + archive.getFileName();
    }

    /** Goes once through everything that a usual run needs. Without privileges it ends where the kernel refuses. */
    private static final String TRAINING_SCRIPT = """
            local counts = {}
            function count(e) {
                if (e.sc_is_enter) { inplace_inc(counts, e.name) }
                counts["total"] += 1
                local text = e.tostring()
            }
            kdebug.probe("tp:syscalls", count)
            kdebug.probe_end(function () {
                for (name, n in pairs(counts)) { printf("%s %d\\n", name, n) }
                histogram(counts)
            })
            """;

    private void writeLauncher(List<String> options, String archiveOption) throws IOException {
        Path launcher = Files.createDirectories(dist.resolve("bin")).resolve("ktap");
        List<String> words = new ArrayList<>(options);
        if (!archiveOption.isEmpty()) {
            words.add(0, archiveOption);
        }
        Files.writeString(launcher, """
                #!/bin/sh
                # Made by the build: starts the ktap command line with the JDK that built it.
                home=$(dirname "$(dirname "$(readlink -f "$0")")")
                exec %s %s ktap.cli.Main "$@"
                """.formatted(quote(java.toString()), words.stream().map(LayOutDistribution::quote)
                .collect(Collectors.joining(" "))));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** For the shell, in double quotes: the launcher's own variable is the only one that stands in a word. */
    private static String quote(String word) {
        return "\"" + word.replaceAll("[\\\\\"`]|\\$(?!\\{home})", "\\\\$0") + "\"";
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}

package ktap.runtime.kernel.jna;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import ktap.runtime.kernel.TraceFs;
import ktap.runtime.report.NotPermittedException;
import ktap.runtime.report.TargetException;

/** The tracing file system mounted on this machine. */
record LocalTraceFs(Path directory) implements TraceFs {

    @Override
    public String root() {
        return directory.toString();
    }

    @Override
    public String read(String path) throws TargetException {
        Path file = directory.resolve(path);
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (AccessDeniedException e) {
            throw new NotPermittedException("Not permitted to read " + file,
                    "Run it as root, for example with sudo, or let the user read it with "
                            + "`sudo mount -o remount,mode=755 " + directory + "`");
        } catch (NoSuchFileException e) {
            throw new TargetException("ktap.target.noSuchFile", "The kernel has no file " + file, "", e);
        } catch (IOException e) {
            throw new TargetException("ktap.target.failed", "Cannot read " + file + ": " + e.getMessage(), "", e);
        }
    }
}

package ktap.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the command starts. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        PrintWriter messages = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = new KtapCommandLine(new FileOutputStream(FileDescriptor.out), messages).execute(args);
        messages.flush();
        System.exit(status);
    }
}

package ktap.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ktap check}: says what is wrong with scripts, and runs nothing. */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Says what is wrong with scripts, and runs nothing.")
final class CheckCommand implements Callable<Integer> {
    private final PrintWriter messages;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The scripts.")
    private List<Path> scripts;

    CheckCommand(PrintWriter messages) {
        this.messages = messages;
    }

    @Override
    public Integer call() {
        ScriptLoader loader = new ScriptLoader(messages);
        int status = ExitCode.OK;
        for (Path script : scripts) {
            if (loader.load(script).isEmpty()) {
                status = ExitCode.NOT_COMPILED;
            }
        }
        return status;
    }
}

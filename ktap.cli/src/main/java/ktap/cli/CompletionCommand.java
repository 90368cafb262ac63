package ktap.cli;

import java.util.concurrent.Callable;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ktap completion}: prints what a shell must read to complete ktap's options and commands. */
@Command(name = "completion", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Prints a script with which the shell completes ktap's options and commands.")
final class CompletionCommand implements Callable<Integer> {

    /** The shells that the script serves; it is the same for both. */
    enum Shell {
        /** GNU Bash. */
        BASH,
        /** The Z shell, through its bashcompinit. */
        ZSH
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(AutoComplete.bash("ktap", spec.parent().commandLine()));
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}

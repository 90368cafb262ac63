package ktap.runtime.kernel.tests;

import ktap.runtime.bpf.MapSpec;
import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.jna.JnaKernel;
import ktap.runtime.report.TargetException;

/** Asks the kernel for the first two things that every session needs, and prints what comes of it. */
public final class OpenAll {
    private OpenAll() {
    }

    public static void main(String[] arguments) {
        try (Kernel kernel = JnaKernel.open()) {
            attempt("tracefs", () -> kernel.traceFs().root());
            attempt("map", () -> kernel.create(MapSpec.ring("events", 65536)).spec().name());
        } catch (TargetException e) {
            System.out.println("open: " + e.getMessage());
        }
    }

    private interface Attempt {
        String run() throws TargetException;
    }

    private static void attempt(String what, Attempt attempt) {
        try {
            System.out.println(what + ": ok " + attempt.run());
        } catch (TargetException e) {
            System.out.println(what + ": " + e.code() + ": " + e.getMessage() + " | " + e.hint());
        }
    }
}

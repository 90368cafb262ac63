package ktap.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import ktap.dsl.KtapCompiler;
import ktap.runtime.bytecode.Chunk;
import ktap.runtime.kernel.Kernel;
import ktap.runtime.kernel.WorkloadLauncher;
import ktap.runtime.kernel.tests.KernelObjects;
import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.NotPermittedException;
import ktap.runtime.report.TableSnapshot;
import ktap.runtime.report.TargetException;
import ktap.runtime.session.SessionListener;
import ktap.runtime.session.SessionResult;
import ktap.runtime.session.SessionState;
import ktap.runtime.session.TraceRequest;
import ktap.runtime.session.TraceSession;
import ktap.runtime.target.LocalTarget;
import ktap.runtime.target.Target;
import ktap.runtime.vm.ScriptError;

/** The life of a session, as the user interface and the command line use it. */
class SessionTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Recorder recorder = new Recorder();

    @Test
    void aScriptWithoutProbesNeedsNoKernel() throws Exception {
        SessionResult result = session(new UnreachableTarget(), request("print(\"done\")")).run();
        assertEquals("done\n", output());
        assertTrue(result.isClean());
        assertEquals(List.of(SessionState.STARTING, SessionState.STOPPING, SessionState.DETACHING, SessionState.ENDED),
                recorder.states);
    }

    @Test
    void aTargetThatRefusesIsReportedAndEndsTheSession() {
        TraceSession session = session(new UnreachableTarget(),
                request("print(\"before\")\nkdebug.probe(\"tp:syscalls\", function (e) { })"));
        TargetException refusal = assertThrows(TargetException.class, session::run);
        assertEquals("ktap.target.notPermitted", refusal.code());
        assertEquals("before\n", output());
        assertEquals(SessionState.ENDED, session.state());
    }

    @Test
    void aSessionRunsOnce() throws Exception {
        TraceSession session = session(new UnreachableTarget(), request("print(1)"));
        session.run();
        assertThrows(IllegalStateException.class, session::run);
    }

    @Test
    void anEndlessMainChunkCanBeStopped() throws Exception {
        TraceSession session = session(new UnreachableTarget(), request("while (true) { }"));
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<SessionResult> result = threads.submit(session::run);
            recorder.await(SessionState.STARTING);
            session.close();
            assertTrue(result.get(10, TimeUnit.SECONDS).isClean());
        }
    }

    @Test
    void stoppingAWholeSystemTraceDetachesAndKeepsWhatWasSeen() throws Exception {
        Tracing.assumePossible();
        TraceSession session = session(new LocalTarget(), request("""
                local names = {}
                kdebug.probe("tp:syscalls", function (e) { names[e.name] += 1 })
                kdebug.trace_end(function () { print("end") })
                """));
        long descriptors = KernelObjects.openDescriptors();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<SessionResult> result = threads.submit(session::run);
            recorder.await(SessionState.TRACING);
            assertEquals(720, session.probeCount(), 100);
            TableSnapshot seen = awaitRows(session, "names");
            session.close();
            assertEquals(SessionState.ENDED, session.state());
            SessionResult ended = result.get();
            assertTrue(ended.losses().delivered() > 0);
            assertTrue(ended.losses().isComplete());
            assertEquals("end\n", output());
            TableSnapshot last = session.tables().getFirst();
            assertTrue(last.version() >= seen.version());
            assertTrue(last.rows().size() >= seen.rows().size());
        }
        assertEquals(descriptors, KernelObjects.openDescriptors());
    }

    @Test
    void aFailingHandlerIsToldOnceCountedAndDoesNotEndTheTrace() throws Exception {
        Tracing.assumePossible();
        TraceRequest request = new TraceRequest(compile("""
                good = 0
                kdebug.probe("tp:syscalls:sys_enter_getppid", function (e) { local t = nil  t.x = 1 })
                kdebug.probe("tp:syscalls:sys_enter_getppid", function (e) { good = good + 1 })
                kdebug.trace_end(function () { print(good) })
                """), List.of(), List.of("perl", "-e", "for (1..50) { my $p = getppid() }"), OptionalInt.empty());
        SessionResult result = session(new LocalTarget(), request).run();
        assertEquals("50\n", output());
        assertFalse(result.isClean());
        assertEquals(1, recorder.problems.size());
        assertEquals(50, result.problems().getFirst().count());
        assertEquals(2, recorder.problems.getFirst().range().line());
        assertEquals(OptionalInt.of(0), result.workloadStatus());
    }

    @Test
    void theWorkloadsOutputCanBeTaken() throws Exception {
        Tracing.assumePossible();
        ByteArrayOutputStream workloadOut = new ByteArrayOutputStream();
        TraceRequest request = new TraceRequest(compile("kdebug.probe(\"tp:syscalls:sys_enter_write\", function (e) { })"),
                List.of(), List.of("sh", "-c", "cat; echo out; echo err >&2"), OptionalInt.empty());
        new TraceSession(new LocalTarget(), request, out, workloadOut, recorder).run();
        assertEquals("out\nerr\n", workloadOut.toString(StandardCharsets.ISO_8859_1));
        assertEquals("", output());
    }

    @Test
    void exitInAHandlerEndsTheTraceAtOnce() throws Exception {
        Tracing.assumePossible();
        TraceRequest request = new TraceRequest(compile("""
                n = 0
                kdebug.probe("tp:syscalls:sys_enter_getppid", function (e) { n = n + 1  if (n == 3) { exit() } })
                kdebug.trace_end(function () { print(n) })
                """), List.of(), List.of("perl", "-e", "for (1..50) { my $p = getppid() }"), OptionalInt.empty());
        session(new LocalTarget(), request).run();
        assertEquals("3\n", output());
    }

    @Test
    void aProbeInAHandlerComesTooLate() throws Exception {
        Tracing.assumePossible();
        TraceRequest request = new TraceRequest(compile("""
                kdebug.probe("tp:syscalls:sys_enter_getppid", function (e) {
                  kdebug.probe("tp:sched", function (e) { })
                })
                """), List.of(), List.of("perl", "-e", "my $p = getppid()"), OptionalInt.empty());
        SessionResult result = session(new LocalTarget(), request).run();
        assertEquals("ktap.script.tooLate", result.problems().getFirst().diagnostic().code());
    }

    @Test
    void aFailureInTheMainChunkLeavesNothingAttached() throws Exception {
        Tracing.assumePossible();
        long descriptors = KernelObjects.openDescriptors();
        TraceSession session = session(new LocalTarget(), request("""
                kdebug.probe("tp:syscalls", function (e) { })
                local x = {} + 1
                """));
        ScriptError error = assertThrows(ScriptError.class, session::run);
        assertEquals(2, error.toDiagnostic().range().line());
        assertEquals(descriptors, KernelObjects.openDescriptors());
    }

    private TraceSession session(Target target, TraceRequest request) {
        return new TraceSession(target, request, out, recorder);
    }

    private static TraceRequest request(String script) {
        return TraceRequest.of(compile(script));
    }

    private static Chunk compile(String script) {
        return KtapCompiler.standalone().compile("test.kp", script).chunk().orElseThrow();
    }

    private String output() {
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads the session's tables, as a view does, until this one has rows. */
    private static TableSnapshot awaitRows(TraceSession session, String table) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Ktap.TIMEOUT_SECONDS);
        while (System.nanoTime() < end) {
            for (TableSnapshot snapshot : session.tables()) {
                if (snapshot.name().equals(table) && !snapshot.rows().isEmpty()) {
                    return snapshot;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no rows in " + table);
    }

    private static final class Recorder implements SessionListener {
        private final List<SessionState> states = new ArrayList<>();
        private final List<Diagnostic> problems = new ArrayList<>();
        private final CountDownLatch starting = new CountDownLatch(1);
        private final CountDownLatch tracing = new CountDownLatch(1);

        @Override
        public void stateChanged(TraceSession session, SessionState state) {
            states.add(state);
            if (state == SessionState.STARTING) {
                starting.countDown();
            } else if (state == SessionState.TRACING) {
                tracing.countDown();
            }
        }

        @Override
        public void problem(Diagnostic diagnostic) {
            problems.add(diagnostic);
        }

        void await(SessionState state) throws InterruptedException {
            CountDownLatch latch = state == SessionState.STARTING ? starting : tracing;
            assertTrue(latch.await(Ktap.TIMEOUT_SECONDS, TimeUnit.SECONDS), "never " + state);
        }
    }

    /** Refuses, as a machine does where the user may not trace. */
    private static final class UnreachableTarget implements Target {
        @Override
        public String name() {
            return "unreachable";
        }

        @Override
        public Kernel connect() throws TargetException {
            throw new NotPermittedException("you may not trace", "ask");
        }

        @Override
        public WorkloadLauncher launcher(Kernel kernel) {
            throw new AssertionError("was never connected");
        }
    }
}

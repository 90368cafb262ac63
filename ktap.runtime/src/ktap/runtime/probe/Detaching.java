package ktap.runtime.probe;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import ktap.runtime.kernel.Attachment;

/** Ends attachments. The kernel waits for each classic tracepoint on its own, so many are ended at a time. */
final class Detaching {
    private static final int FEW = 4;
    private static final int MOST_THREADS = 64;

    private Detaching() {
    }

    static void closeAll(List<Attachment> attachments) {
        if (attachments.size() <= FEW) {
            attachments.forEach(Attachment::close);
            return;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(MOST_THREADS, attachments.size()))) {
            attachments.forEach(attachment -> threads.execute(attachment::close));
        }
    }
}

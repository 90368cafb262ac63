package ktap.runtime.kernel.jna;

import ktap.runtime.kernel.Attachment;

/** A program's attachment, which lives as long as a file descriptor. */
record JnaAttachment(Descriptor descriptor) implements Attachment {

    @Override
    public void close() {
        descriptor.close();
    }
}

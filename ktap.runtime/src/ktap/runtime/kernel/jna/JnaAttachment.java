package ktap.runtime.kernel.jna;

import java.util.List;

import ktap.runtime.kernel.Attachment;

/** A program's attachment, which lives as long as its file descriptors. */
record JnaAttachment(List<Descriptor> descriptors) implements Attachment {

    @Override
    public void close() {
        descriptors.forEach(Descriptor::close);
    }
}

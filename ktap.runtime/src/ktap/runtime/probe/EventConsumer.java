package ktap.runtime.probe;

/** Is given captured events. */
@FunctionalInterface
public interface EventConsumer {
    /** @param event valid only during the call */
    void accept(CapturedEvent event);
}

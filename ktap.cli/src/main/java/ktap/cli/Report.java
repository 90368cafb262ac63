package ktap.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import ktap.runtime.report.Diagnostic;
import ktap.runtime.report.TableSnapshot;
import ktap.runtime.session.SessionListener;
import ktap.runtime.session.SessionResult;

/** Tells the user how a session goes, and hands on the script's output. */
interface Report extends SessionListener {

    /** Where the script's output goes. */
    OutputStream scriptOutput();

    /** The session has ended in order. */
    void ended(SessionResult result, List<TableSnapshot> tables) throws IOException;

    /** The session has ended early, for this reason; its place is empty if it has none in the script. */
    void failed(Diagnostic reason) throws IOException;
}

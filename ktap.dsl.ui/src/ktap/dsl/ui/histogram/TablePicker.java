package ktap.dsl.ui.histogram;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

import ktap.dsl.ui.traces.TraceSource;

/**
 * Lets the user choose among the tables of all known traces. A new trace's table is chosen by itself when it appears;
 * from then on the user's choice stays.
 */
final class TablePicker {
    private final Combo combo;
    private List<TableChoice> choices = List.of();
    private TableChoice chosen;
    private TraceSource newest;

    TablePicker(Composite parent, Runnable whenChosen) {
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setToolTipText("The table to show");
        combo.addListener(SWT.Selection, event -> {
            chosen = choices.get(combo.getSelectionIndex());
            whenChosen.run();
        });
    }

    Combo control() {
        return combo;
    }

    /** Takes over what there is to choose from now. */
    void update(List<TableChoice> next) {
        boolean sameTables = isSame(next);
        choices = next;
        chosen = find(next).or(() -> next.stream().findFirst()).orElse(null);
        if (!next.isEmpty() && next.getFirst().trace() != newest) {
            newest = next.getFirst().trace();
            chosen = next.stream().filter(choice -> choice.trace() == newest && choice.hasCounts()).findFirst()
                    .orElse(next.getFirst());
        }
        if (!sameTables) {
            combo.setItems(next.stream().map(TableChoice::label).toArray(String[]::new));
        }
        int index = next.indexOf(chosen);
        if (combo.getSelectionIndex() != index) {
            combo.select(index);
        }
        combo.setEnabled(next.size() > 1);
    }

    /** The chosen table with its newest contents. */
    Optional<TableChoice> chosen() {
        return Optional.ofNullable(chosen);
    }

    private Optional<TableChoice> find(List<TableChoice> next) {
        return next.stream().filter(choice -> choice.isSameTable(chosen)).findFirst();
    }

    private boolean isSame(List<TableChoice> next) {
        if (next.size() != choices.size()) {
            return false;
        }
        for (int i = 0; i < next.size(); i++) {
            if (!next.get(i).isSameTable(choices.get(i))) {
                return false;
            }
        }
        return true;
    }
}

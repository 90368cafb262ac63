package ktap.dsl.generator;

import ktap.dsl.ktap.Expression;
import ktap.dsl.ktap.TableConstructor;
import ktap.dsl.ktap.TableEntry;
import ktap.runtime.bytecode.ByteString;
import ktap.runtime.bytecode.Opcode;

/** Compiles table constructors. Values without a key get 1, 2, 3...; a call or {@code ...} at the end gives all. */
final class TableCompiler {
    private final FunctionState state;
    private final ExpressionCompiler expressions;

    TableCompiler(FunctionState state, ExpressionCompiler expressions) {
        this.state = state;
        this.expressions = expressions;
    }

    void table(TableConstructor constructor, int target) {
        state.emit(Opcode.NEWTABLE, target, 0, 0);
        int items = 0;
        for (TableEntry entry : constructor.getEntries()) {
            int mark = state.mark();
            boolean item = entry.getName() == null && entry.getKeys().isEmpty();
            if (item && entry == constructor.getEntries().getLast()
                    && expressions.calls().hasManyValues(entry.getValue())) {
                expressions.integer(items, state.reserve(1));
                expressions.calls().open(entry.getValue());
                state.emit(Opcode.APPENDTOP, target, mark + 1, 0);
            } else if (item) {
                int key = state.reserve(1);
                expressions.integer(++items, key);
                element(target, key, entry.getValue());
            } else if (entry.getName() != null) {
                expressions.setField(target, ByteString.ofText(entry.getName()),
                        expressions.toAny(entry.getValue()));
            } else {
                element(target, expressions.key(entry.getKeys()), entry.getValue());
            }
            state.release(mark);
        }
    }

    private void element(int table, int key, Expression value) {
        state.emit(Opcode.SETTABLE, table, key, expressions.toAny(value));
    }
}

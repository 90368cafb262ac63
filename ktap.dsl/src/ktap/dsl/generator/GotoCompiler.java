package ktap.dsl.generator;

import java.util.IdentityHashMap;
import java.util.Map;

import ktap.dsl.ktap.GotoStatement;
import ktap.dsl.ktap.LabelStatement;
import ktap.dsl.scoping.Labels;
import ktap.runtime.bytecode.Opcode;

/** Compiles labels and the jumps to them. A jump back is a {@code LOOP}, at which turns are counted. */
final class GotoCompiler {
    private final FunctionState state;
    private final Map<LabelStatement, Integer> positions = new IdentityHashMap<>();
    private final Map<LabelStatement, JumpList> waiting = new IdentityHashMap<>();

    GotoCompiler(FunctionState state) {
        this.state = state;
    }

    void jump(GotoStatement statement) {
        LabelStatement label = Labels.of(statement).orElseThrow();
        Integer position = positions.get(label);
        if (position != null) {
            state.emitBack(Opcode.LOOP, 0, position);
        } else {
            waiting.computeIfAbsent(label, unknown -> new JumpList()).add(state.emitJump(Opcode.JUMP, 0));
        }
    }

    void label(LabelStatement label) {
        positions.put(label, state.position());
        if (waiting.containsKey(label)) {
            state.patchHere(waiting.get(label));
        }
    }
}

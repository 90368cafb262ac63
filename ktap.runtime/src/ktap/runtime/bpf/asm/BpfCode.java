package ktap.runtime.bpf.asm;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The code of a program: its instructions in order. It holds no descriptor, so the same code loads into any kernel. */
public record BpfCode(List<BpfInstruction> instructions) {
    public BpfCode {
        instructions = List.copyOf(instructions);
    }

    /** The names of the maps that the code refers to. */
    public SortedSet<String> maps() {
        SortedSet<String> names = new TreeSet<>();
        for (BpfInstruction instruction : instructions) {
            switch (instruction) {
                case BpfInstruction.LoadMap load -> names.add(load.map());
                case BpfInstruction.LoadMapValue load -> names.add(load.map());
                default -> {
                }
            }
        }
        return names;
    }

    /** The first slot of each instruction, and at the end the number of all slots. */
    int[] slots() {
        int[] slots = new int[instructions.size() + 1];
        for (int i = 0; i < instructions.size(); i++) {
            slots[i + 1] = slots[i] + instructions.get(i).slots();
        }
        return slots;
    }
}

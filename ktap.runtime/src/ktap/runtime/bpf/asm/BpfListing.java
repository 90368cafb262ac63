package ktap.runtime.bpf.asm;

import java.util.List;

/**
 * Code as text, one instruction a line, in the manner of the kernel's verifier: {@code rN} are 64-bit and {@code wN}
 * 32-bit registers, and the number before an instruction is its slot.
 */
public final class BpfListing {
    private BpfListing() {
    }

    public static String of(BpfCode code) {
        StringBuilder text = new StringBuilder();
        int[] slots = code.slots();
        List<BpfInstruction> instructions = code.instructions();
        for (int i = 0; i < instructions.size(); i++) {
            text.append("%4d: ".formatted(slots[i])).append(line(instructions.get(i), slots)).append('\n');
        }
        return text.toString();
    }

    private static String line(BpfInstruction instruction, int[] slots) {
        return switch (instruction) {
            case BpfInstruction.Alu(var op, var wide, var target, var source) ->
                register(wide, target) + " " + op + " " + register(wide, source);
            case BpfInstruction.AluImmediate(var op, var wide, var target, var immediate) ->
                register(wide, target) + " " + op + " " + immediate;
            case BpfInstruction.Load(var width, var target, var base, var offset) ->
                target + " = " + memory(width, base, offset);
            case BpfInstruction.Store(var width, var base, var offset, var source) ->
                memory(width, base, offset) + " = " + source;
            case BpfInstruction.StoreImmediate(var width, var base, var offset, var immediate) ->
                memory(width, base, offset) + " = " + immediate;
            case BpfInstruction.AtomicAdd(var width, var base, var offset, var source) ->
                "lock " + memory(width, base, offset) + " += " + source;
            case BpfInstruction.Jump(var condition, var wide, var left, var right, var target) ->
                "if %s %s %s goto %d".formatted(register(wide, left), condition, register(wide, right),
                        slots[target]);
            case BpfInstruction.JumpImmediate(var condition, var wide, var left, var immediate, var target) ->
                "if %s %s %d goto %d".formatted(register(wide, left), condition, immediate, slots[target]);
            case BpfInstruction.Goto(var target) -> "goto " + slots[target];
            case BpfInstruction.Call(var helper) -> "call " + helper + "#" + helper.number();
            case BpfInstruction.Exit() -> "exit";
            case BpfInstruction.LoadConstant(var target, var value) ->
                target + " = 0x" + Long.toHexString(value) + " ll";
            case BpfInstruction.LoadMap(var target, var map) -> target + " = map[" + map + "]";
            case BpfInstruction.LoadMapValue(var target, var map, var offset) ->
                target + " = &map[" + map + "][0]+" + offset;
        };
    }

    private static String register(boolean wide, Register register) {
        return wide ? register.toString() : "w" + register.ordinal();
    }

    private static String memory(Width width, Register base, short offset) {
        return "*(%s *)(%s %s %d)".formatted(width, base, offset < 0 ? "-" : "+", Math.abs(offset));
    }
}

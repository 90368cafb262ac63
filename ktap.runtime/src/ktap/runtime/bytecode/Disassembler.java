package ktap.runtime.bytecode;

import java.util.List;

/**
 * Lists a chunk for people: each function with its constants, its upvalues, and each instruction with its line of the
 * script. Works on chunks that have not been verified too, so that a refused one can be looked at.
 */
public final class Disassembler {
    private final Chunk chunk;
    private final StringBuilder out = new StringBuilder();

    private Disassembler(Chunk chunk) {
        this.chunk = chunk;
    }

    /** The listing, with a line end after every line. */
    public static String list(Chunk chunk) {
        Disassembler disassembler = new Disassembler(chunk);
        disassembler.line("; chunk of %s", chunk.source());
        for (int i = 0; i < chunk.globals().size(); i++) {
            disassembler.line("; global g%d = %s", i, chunk.globals().get(i));
        }
        disassembler.prototype(chunk.main(), "0");
        return disassembler.out.toString();
    }

    private void prototype(Prototype prototype, String number) {
        line("");
        line("function %s %s <%s:%d-%d>: %d parameters%s, %d registers, %d instructions", number,
                prototype.name().isEmpty() ? "?" : prototype.name(), chunk.source(), prototype.firstLine(),
                prototype.lastLine(), prototype.parameters(), prototype.vararg() ? " and more" : "",
                prototype.registers(), prototype.size());
        List<Constant> constants = prototype.constants();
        for (int i = 0; i < constants.size(); i++) {
            line("  k%d = %s", i, show(constants.get(i)));
        }
        for (int i = 0; i < prototype.upvalues().size(); i++) {
            UpvalueSource source = prototype.upvalues().get(i);
            line("  u%d = %s%d of the function around %s", i, source.fromParentRegister() ? "r" : "u", source.index(),
                    source.name());
        }
        for (LocalVariable local : prototype.locals()) {
            line("  r%d = local %s, %d to %d", local.register(), local.name(), local.start(), local.end());
        }
        for (int i = 0; i < prototype.size(); i++) {
            instruction(prototype, i);
        }
        for (int i = 0; i < prototype.children().size(); i++) {
            prototype(prototype.children().get(i), number + "." + i);
        }
    }

    private void instruction(Prototype prototype, int index) {
        int word = prototype.instruction(index);
        int scriptLine = prototype.line(index);
        String position = scriptLine == 0 ? "-" : Integer.toString(scriptLine);
        Opcode opcode = Opcode.of(Instruction.code(word)).orElse(null);
        if (opcode == null) {
            line("%5d [%4s]  %-10s 0x%08x", index, position, "?", word);
            return;
        }
        StringBuilder operands = new StringBuilder();
        StringBuilder notes = new StringBuilder();
        int first = opcode.format() == Opcode.Format.AX ? Instruction.ax(word) : Instruction.a(word);
        operand(prototype, index, opcode.a(), first, operands, notes);
        if (opcode.format() == Opcode.Format.ABX) {
            int wide = opcode.isSigned() ? Instruction.sbx(word) : Instruction.bx(word);
            operand(prototype, index, opcode.b(), wide, operands, notes);
        } else if (opcode.format() == Opcode.Format.ABC) {
            operand(prototype, index, opcode.b(), Instruction.b(word), operands, notes);
            operand(prototype, index, opcode.c(), Instruction.c(word), operands, notes);
        }
        String text = String.format("%5d [%4s]  %-10s %-14s%s", index, position, opcode, operands,
                notes.isEmpty() ? "" : ";" + notes);
        line("%s", text.stripTrailing());
    }

    private void operand(Prototype prototype, int index, Operand kind, int value, StringBuilder operands,
            StringBuilder notes) {
        String shown = switch (kind) {
            case NONE -> "";
            case READ, WRITE, READ_WRITE -> "r" + value;
            case CONSTANT, STRING_CONSTANT -> "k" + value;
            case GLOBAL -> "g" + value;
            case UPVALUE -> "u" + value;
            case CHILD, CONTEXT, IMMEDIATE -> Integer.toString(value);
            case JUMP -> "->" + (index + 1 + value);
        };
        if (!shown.isEmpty()) {
            operands.append(operands.isEmpty() ? "" : " ").append(shown);
        }
        String note = switch (kind) {
            case CONSTANT, STRING_CONSTANT ->
                value < prototype.constants().size() ? show(prototype.constants().get(value)) : "";
            case GLOBAL -> value < chunk.globals().size() ? chunk.globals().get(value) : "";
            case UPVALUE -> value < prototype.upvalues().size() ? prototype.upvalues().get(value).name() : "";
            case CHILD -> value < prototype.children().size() ? prototype.children().get(value).name() : "";
            case CONTEXT -> value < ContextVariable.values().length ? ContextVariable.values()[value].word() : "";
            default -> "";
        };
        if (!note.isEmpty()) {
            notes.append(' ').append(note);
        }
    }

    private static String show(Constant constant) {
        return switch (constant) {
            case Constant.Int(long value) -> Long.toString(value);
            case Constant.Str(String bytes) -> quote(bytes);
        };
    }

    private static String quote(String bytes) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : bytes.toCharArray()) {
            switch (c) {
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '"', '\\' -> quoted.append('\\').append(c);
                default -> {
                    boolean printable = c >= ' ' && c < 0x7f;
                    quoted.append(printable ? Character.toString(c) : String.format("\\x%02x", (int) c));
                }
            }
        }
        return quoted.append('"').toString();
    }

    private void line(String format, Object... arguments) {
        out.append(String.format(format, arguments)).append('\n');
    }
}

package ktap.dsl.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes programs of the whole language that compile; many of them run into an error of types or their budget. */
final class ProgramGenerator {
    private static final int MAX_DEPTH = 4;
    private static final String[] BINARY = { "+", "-", "*", "/", "%", "^", "..", "==", "!=", "<", "<=", ">", ">=",
            "&&", "||", "and", "or" };
    private static final String[] LITERALS = { "0", "1", "2", "7", "0x1f", "100", "nil", "true", "false", "\"a\"",
            "'b\\n'", "[[long]]", "\"%d\"" };
    private static final String[] FIELDS = { "x", "pid", "end", "value" };
    private static final String[] GAPS = { " ", "  ", "\n", "\n\n\n", " # note\n", " --[[ note ]] ", "\t",
            " -- note\n" };

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private List<String> names = new ArrayList<>();
    private int nextName;
    private int loops;
    private boolean varargs;
    private int labels;

    ProgramGenerator(long seed) {
        this.random = new Random(seed);
    }

    String program() {
        for (String name : new String[] { "t", "f", "n", "s" }) {
            String value = switch (name) {
                case "t" -> "{1, 2, x = 3}";
                case "f" -> "function (...) { return ... }";
                case "n" -> "5";
                default -> "\"s\"";
            };
            put("local " + name + " = " + value);
            names.add(name);
        }
        block(0);
        return out.toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void put(String text) {
        out.append(text).append(pick(GAPS));
    }

    private void block(int depth) {
        List<String> outside = names;
        names = new ArrayList<>(outside);
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            statement(depth);
        }
        names = outside;
    }

    private void braces(int depth) {
        put("{");
        block(depth + 1);
        put("}");
    }

    private void statement(int depth) {
        int choice = random.nextInt(depth < MAX_DEPTH ? 18 : 7);
        switch (choice) {
            case 0, 1 -> local();
            case 2 -> put(name() + " " + pick("=", "+=", "-=", "*=", "/=") + " " + expression(0) + ";");
            case 3 -> put(element() + " " + pick("=", "+=", "-=", "<<<") + " " + expression(1) + ";");
            case 4 -> put("print(" + list() + ");");
            case 5 -> put(name() + ", " + element() + " = " + list() + ";");
            case 6 -> put(call() + ";");
            case 7 -> choice(depth);
            case 8, 9, 10 -> loop(depth);
            case 11 -> function(depth);
            case 12 -> inFunction(false, () -> {
                put(pick("trace a:b", "trace sys:x_*, c:d /pid != 1 && comm ~ \"a*\"/", "trace_end", "tick-1s",
                        "profile-99hz"));
                braces(depth);
            });
            case 13 -> jump(depth);
            case 14 -> put("delete(" + element() + ");");
            case 15 -> {
                put("do");
                block(depth + 1);
                put("end");
            }
            case 16 -> put(loops > 0 ? "if (" + expression(1) + ") { " + pick("break", "continue") + " }" : ";");
            default -> put("global" + random.nextInt(3) + " = " + expression(0) + ";");
        }
    }

    private void local() {
        String value = expression(0);
        String name = "v" + nextName++;
        put(pick("local ", "var ") + name + (chance(20) ? ", " + name + "b = " + list() : " = " + value) + ";");
        names.add(name);
    }

    private void choice(int depth) {
        put("if (" + expression(0) + ")");
        braces(depth);
        if (chance(40)) {
            put(pick("elseif", "else if") + " (" + expression(0) + ")");
            braces(depth);
        }
        if (chance(50)) {
            put("else");
            braces(depth);
        }
    }

    private void loop(int depth) {
        String variable = "i" + nextName++;
        List<String> outside = names;
        names = new ArrayList<>(outside);
        loops++;
        switch (random.nextInt(5)) {
            case 0 -> put("for (" + variable + " = 1, " + random.nextInt(5) + ")");
            case 1 -> put("for (" + variable + " = 0; " + variable + " < 3; " + variable + " += 1)");
            case 2 -> put("for (" + variable + ", " + variable + "v in pairs(t))");
            case 3 -> put("for (" + variable + " in " + call() + ")");
            default -> {
                put("local " + variable + " = 0; repeat " + variable + " += 1");
                block(depth + 1);
                put("until " + variable + " > 3");
                loops--;
                names = outside;
                return;
            }
        }
        names.add(variable);
        braces(depth);
        loops--;
        names = outside;
    }

    private void function(int depth) {
        String name = "f" + nextName++;
        boolean open = chance(40);
        put(pick("local function ", "function ") + name + "(a" + name + (open ? ", ...)" : ")"));
        List<String> outside = names;
        names = new ArrayList<>(outside);
        names.add("a" + name);
        put("{");
        inFunction(open, () -> {
            block(depth + 1);
            put("return " + list());
        });
        put("}");
        names = outside;
        names.add(name);
    }

    private void inFunction(boolean open, Runnable body) {
        int outerLoops = loops;
        boolean outer = varargs;
        loops = 0;
        varargs = open;
        body.run();
        loops = outerLoops;
        varargs = outer;
    }

    private void jump(int depth) {
        String label = "l" + labels++;
        if (chance(50)) {
            put("do if (" + expression(1) + ") { goto " + label + " }");
            block(depth + 1);
            put("::" + label + ":: end");
        } else {
            String count = "c" + label;
            put("local " + count + " = 0 ::" + label + "::");
            put(count + " += 1;");
            block(depth + 1);
            put("if (" + count + " < 3) { goto " + label + " }");
        }
    }

    private String name() {
        return names.get(random.nextInt(names.size()));
    }

    private String element() {
        return switch (random.nextInt(4)) {
            case 0 -> "t." + pick(FIELDS);
            case 1 -> "t[ " + expression(2) + ", " + expression(2) + "]";
            case 2 -> "t[ [[key]] ]";
            default -> "t[ " + expression(1) + "]";
        };
    }

    private String call() {
        return switch (random.nextInt(5)) {
            case 0 -> name() + "(" + list() + ")";
            case 1 -> "f {" + list() + "}";
            case 2 -> "f 'text'";
            case 3 -> "t:x(" + expression(2) + ")";
            default -> "f(" + list() + ")";
        };
    }

    private String list() {
        return switch (random.nextInt(4)) {
            case 0 -> expression(1) + ", " + expression(1);
            case 1 -> varargs ? "..." : expression(1);
            case 2 -> call();
            default -> expression(0);
        };
    }

    private String expression(int depth) {
        if (depth > 2) {
            return chance(60) ? name() : pick(LITERALS);
        }
        return switch (random.nextInt(12)) {
            case 0, 1 -> pick(LITERALS);
            case 2, 3, 4 -> name();
            case 5 -> expression(depth + 1) + " " + pick(BINARY) + " " + expression(depth + 1);
            case 6 -> "(" + expression(depth + 1) + ") " + pick(BINARY) + "(" + expression(depth + 1) + ")";
            case 7 -> pick("-", "- ", "!", "not ") + " " + expression(depth + 1);
            case 8 -> element();
            case 9 -> "{" + expression(depth + 1) + ", x = " + expression(depth + 1) + "; [2] = " + call() + "}";
            case 10 -> varargs ? "(...)" : "len(s)";
            default -> "n + " + random.nextInt(1000);
        };
    }
}

package ktap.runtime.bytecode;

import java.util.Arrays;

/** What each register may hold at one place of the code: the union over all the ways that lead there. */
final class RegisterStates {
    private static final byte UNASSIGNED = 1;
    private static final byte VALUE = 2;
    private static final byte CELL = 4;

    private final byte[] states;

    private RegisterStates(byte[] states) {
        this.states = states;
    }

    /** As a function starts: its parameters have values. */
    static RegisterStates atEntry(int registers, int parameters) {
        byte[] states = new byte[registers];
        Arrays.fill(states, UNASSIGNED);
        Arrays.fill(states, 0, parameters, VALUE);
        return new RegisterStates(states);
    }

    RegisterStates copy() {
        return new RegisterStates(states.clone());
    }

    /** Adds another way that leads here; whether that makes a difference. */
    boolean merge(RegisterStates other) {
        boolean changed = false;
        for (int i = 0; i < states.length; i++) {
            byte both = (byte) (states[i] | other.states[i]);
            changed |= both != states[i];
            states[i] = both;
        }
        return changed;
    }

    void setValue(int register) {
        states[register] = VALUE;
    }

    void setUnassigned(int register) {
        states[register] = UNASSIGNED;
    }

    void setCell(int register) {
        states[register] = CELL;
    }

    /** Why a plain value cannot be read from the register; null if it can. */
    String whyNoValue(int register) {
        return why(register, VALUE, "holds a cell where a value is needed");
    }

    /** Why a cell cannot be read from the register; null if it can. */
    String whyNoCell(int register) {
        return why(register, CELL, "holds a value where a cell is needed");
    }

    private String why(int register, byte wanted, String mismatch) {
        if (states[register] == wanted) {
            return null;
        }
        boolean unassigned = (states[register] & UNASSIGNED) != 0;
        return "register " + register + " "
                + (unassigned ? "is read, but is not assigned on every way here" : mismatch);
    }
}

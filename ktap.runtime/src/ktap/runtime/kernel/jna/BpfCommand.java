package ktap.runtime.kernel.jna;

/** The commands of bpf(2) that the port uses (linux/bpf.h, enum bpf_cmd). */
enum BpfCommand {
    MAP_CREATE(0), MAP_LOOKUP_ELEM(1), MAP_UPDATE_ELEM(2), MAP_DELETE_ELEM(3), PROG_LOAD(5), OBJ_GET_INFO_BY_FD(15),
    RAW_TRACEPOINT_OPEN(17), MAP_UPDATE_BATCH(26);

    private final int number;

    BpfCommand(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}

package no.omtanke.worklist;

import java.util.function.Supplier;
import no.omtanke.access.Part;
import no.omtanke.casefile.OpenCase;
import no.omtanke.process.TaskRow;

/**
 * An open task that is addressed to the reader; its case is opened by the gate.
 *
 * @param gate refuses who may not see the case
 * @param mine the reader has it and may send it
 * @param shared all whom it is addressed to write its form together
 */
record OpenTask(TaskRow row, Supplier<OpenCase> gate, boolean mine, boolean shared) {

    OpenCase open() {
        return gate.get();
    }

    boolean writes() {
        return mine || shared;
    }

    /** Whoever has a measure sees the measure, not the case; whoever answers for a body sees what was shared. */
    boolean showsCase() {
        return row.part() == Part.TASK;
    }

    /** The draft's purpose. */
    String purpose() {
        return purpose(row.taskId());
    }

    static String purpose(String taskId) {
        return "task:" + taskId;
    }
}

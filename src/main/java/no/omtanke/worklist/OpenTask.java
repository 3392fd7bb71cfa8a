package no.omtanke.worklist;

import no.omtanke.access.Part;
import no.omtanke.casefile.OpenCase;
import no.omtanke.process.TaskRow;

/**
 * An open task that is addressed to the reader, with its case opened by the gate.
 *
 * @param mine the reader has it and may send it
 * @param shared all whom it is addressed to write its form together
 */
record OpenTask(TaskRow row, OpenCase open, boolean mine, boolean shared) {

    boolean writes() {
        return mine || shared;
    }

    /** Whoever has a measure sees the measure, not the case. */
    boolean showsCase() {
        return row.part() != Part.MEASURE;
    }

    /** The draft's purpose. */
    String purpose() {
        return purpose(row.taskId());
    }

    static String purpose(String taskId) {
        return "task:" + taskId;
    }
}

package no.omtanke.worklist;

import no.omtanke.casefile.OpenCase;
import no.omtanke.process.TaskRow;

/** An open task that is addressed to the reader, with its case opened by the gate. */
record OpenTask(TaskRow row, OpenCase open, boolean mine) {

    /** The draft's purpose. */
    String purpose() {
        return purpose(row.taskId());
    }

    static String purpose(String taskId) {
        return "task:" + taskId;
    }
}

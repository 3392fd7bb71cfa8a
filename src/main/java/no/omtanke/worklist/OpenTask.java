package no.omtanke.worklist;

import java.util.function.Supplier;
import no.omtanke.casefile.OpenCase;
import no.omtanke.process.TaskRow;

/** An open task that is addressed to the reader; its case is opened by the gate. @param gate refuses who may not see the case */
record OpenTask(TaskRow row, Supplier<OpenCase> gate, boolean mine) {

    OpenCase open() {
        return gate.get();
    }

    /** The draft's purpose. */
    String purpose() {
        return purpose(row.taskId());
    }

    static String purpose(String taskId) {
        return "task:" + taskId;
    }
}

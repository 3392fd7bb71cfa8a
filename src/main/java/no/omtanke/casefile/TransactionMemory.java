package no.omtanke.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read in the transaction that runs, so that a model which asks ten times about one case asks the database once. Ends with the
 * transaction; outside of one nothing is remembered. Public because the task list remembers what it wrote.
 */
@Component
public class TransactionMemory {

    /** Answers from memory, or asks and remembers; whoever changes the thing must forget it. */
    @SuppressWarnings("unchecked")
    public <T> T recall(String what, Object of, Supplier<T> ask) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return ask.get();
        }
        Map<String, Object> known = known();
        String key = what + " " + of;
        if (!known.containsKey(key)) {
            known.put(key, ask.get());
        }
        return (T) known.get(key);
    }

    /** Remembers. @return what was remembered before, or null */
    public Object keep(String what, Object of, Object thing) {
        return TransactionSynchronizationManager.isSynchronizationActive() ? known().put(what + " " + of, thing) : null;
    }

    /** Forgets it of everything. */
    public void forget(String what) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().keySet().removeIf(key -> key.startsWith(what + " "));
        }
    }

    public void forget(String what, Object of) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().remove(what + " " + of);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> known() {
        Map<String, Object> known = (Map<String, Object>) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new Ending(known));
        }
        return known;
    }

    private final class Ending implements TransactionSynchronization {

        private final Map<String, Object> known;

        Ending(Map<String, Object> known) {
            this.known = known;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionMemory.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionMemory.this, known);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemory.this);
        }
    }
}

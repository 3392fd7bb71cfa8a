package no.omtanke.process;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A ticket bound to the thread while a checked form completes its task. Without one nothing completes a task: not the engine's
 * REST interface, not its web applications.
 */
@Component
class Completion {

    private final ThreadLocal<Ticket> ticket = new ThreadLocal<>();

    private record Ticket(String taskId, Long personId) {}

    void through(String taskId, Long personId, Runnable work) {
        ticket.set(new Ticket(taskId, personId));
        try {
            work.run();
        } finally {
            ticket.remove();
        }
    }

    boolean covers(String taskId) {
        return Optional.ofNullable(ticket.get()).filter(t -> t.taskId().equals(taskId)).isPresent();
    }

    /** Who completes, or null when the engine ends a task by itself. */
    Long by() {
        return Optional.ofNullable(ticket.get()).map(Ticket::personId).orElse(null);
    }
}

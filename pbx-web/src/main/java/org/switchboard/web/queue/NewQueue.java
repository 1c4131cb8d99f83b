package org.switchboard.web.queue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.queue.Queue;
import org.switchboard.telephony.queue.QueueDraft;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.web.destination.NewDestination;

/** A new queue from within a picker: a name, and who answers, as a line of agents' numbers. */
@Component
final class NewQueue implements NewDestination {

    private final QueueService queues;

    NewQueue(QueueService queues) {
        this.queues = queues;
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.QUEUE;
    }

    @Override
    public String template() {
        return "queue/quick";
    }

    @Override
    public Destination create(HttpServletRequest request) {
        Queue made = created(request.getParameter("name"), numbers(request.getParameter("agents")));
        return new Destination(kind(), made.id(), made.number(), null, made.name());
    }

    private Queue created(String name, List<String> agents) {
        try {
            return queues.create(QueueDraft.of(name, null, agents));
        } catch (InvalidInput refusal) {
            // Here all agents are one field.
            throw new InvalidInput(refusal.problems().stream()
                    .map(problem -> new FieldProblem(problem.field().replaceFirst("\\[.*", ""), problem.code(), problem.args())).toList());
        }
    }

    private static List<String> numbers(String typed) {
        return typed == null ? List.of() : Arrays.stream(typed.split("[\\s,;]+")).filter(number -> !number.isEmpty()).toList();
    }
}

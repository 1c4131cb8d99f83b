package org.switchboard.web.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.agent.AgentDraft;
import org.switchboard.telephony.agent.AgentQueueDraft;
import org.switchboard.telephony.agent.AgentService;
import org.switchboard.telephony.agent.AgentSkill;
import org.switchboard.telephony.agent.PauseReasonDraft;
import org.switchboard.telephony.agent.PauseReasonService;
import org.switchboard.telephony.agent.SkillDraft;
import org.switchboard.telephony.agent.SkillService;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.queue.DispositionCodeDraft;
import org.switchboard.telephony.queue.DispositionCodeService;
import org.switchboard.telephony.queue.Queue;
import org.switchboard.telephony.queue.QueueCallback;
import org.switchboard.telephony.queue.QueueDraft;
import org.switchboard.telephony.queue.QueueLimits;
import org.switchboard.telephony.queue.QueueOffers;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.telephony.queue.QueueSounds;
import org.switchboard.telephony.queue.Staffing;

/** The demo company's call centre: a queue with three agents, and the words that they use. */
@Component
final class DemoCallCentre {

    /** What its phones dial for the queue. */
    static final String SUPPORT = "700";

    /** The key by which waiting callers ask to be called back. */
    static final String CALLBACK_KEY = "5";

    /** The key by which they leave a message instead. */
    static final String MESSAGE_KEY = "9";

    private static final int LONGEST_WAIT_SECONDS = 900;
    private static final int MOST_WAITING = 50;
    private static final int WRAP_UP_SECONDS = 15;

    private final ExtensionService extensions;
    private final AgentService agents;
    private final SkillService skills;
    private final PauseReasonService reasons;
    private final DispositionCodeService codes;
    private final QueueService queues;

    DemoCallCentre(ExtensionService extensions, AgentService agents, SkillService skills, PauseReasonService reasons, DispositionCodeService codes,
                   QueueService queues) {
        this.extensions = extensions;
        this.agents = agents;
        this.skills = skills;
        this.reasons = reasons;
        this.codes = codes;
        this.queues = queues;
    }

    /**
     * Makes it all, in the scope of the company.
     *
     * @param people numbers of the extensions of three people; their users get a desk
     * @param box    where callers go who cannot wait, or will not
     * @param told   the prompt that tells waiting callers of the keys
     * @return the queue
     */
    DestinationDraft create(List<String> people, DestinationDraft box, UUID told) {
        List.of("Lunch", "Break", "Training").forEach(name -> reasons.create(new PauseReasonDraft(name, null)));
        List.of("English", "Korean").forEach(name -> skills.create(new SkillDraft(name)));
        Queue support = queues.create(QueueDraft.of("Support", SUPPORT, List.of())
                .withOffers(new QueueOffers(null, null, WRAP_UP_SECONDS, null, null), null, null)
                .withLimits(new QueueLimits(MOST_WAITING, LONGEST_WAIT_SECONDS, Staffing.SIGNED_IN, null), box, box, box)
                .withSounds(new QueueSounds(null, null, null, null, null, told, null))
                .withKeys(Map.of(MESSAGE_KEY, box))
                .withCallback(new QueueCallback(CALLBACK_KEY, null, null, null)));
        for (String number : people) {
            Extension phone = extensions.find(number);
            agents.create(new AgentDraft(null, null, phone.userId(), number, List.of(new AgentSkill("English", null)),
                    List.of(new AgentQueueDraft(support.name(), null, null))));
        }
        List.of("Solved", "To be called back", "Wrong number").forEach(name -> codes.create(new DispositionCodeDraft(name, null)));
        return DestinationDraft.to(DestinationKind.QUEUE, support.id());
    }
}

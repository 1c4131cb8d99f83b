package org.switchboard.web.queue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.queue.QueueAgentDraft;
import org.switchboard.telephony.queue.QueueAlerts;
import org.switchboard.telephony.queue.QueueCallback;
import org.switchboard.telephony.queue.QueueDraft;
import org.switchboard.telephony.queue.QueueExit;
import org.switchboard.telephony.queue.QueueLimits;
import org.switchboard.telephony.queue.QueueOffers;
import org.switchboard.telephony.queue.QueueRecording;
import org.switchboard.telephony.queue.QueueSkill;
import org.switchboard.telephony.queue.QueueSounds;
import org.switchboard.telephony.queue.QueueStrategy;
import org.switchboard.telephony.queue.QueueSupervisorDraft;
import org.switchboard.telephony.queue.QueueTier;
import org.switchboard.telephony.queue.RecordCalls;
import org.switchboard.telephony.queue.ServiceGoal;
import org.switchboard.telephony.queue.Staffing;
import org.switchboard.web.destination.DestinationForm;
import org.switchboard.web.destination.FormNumber;

/** Makes the wanted settings of a queue from the forms of its page, each of which changes a part. */
@Component
final class QueueForms {

    /** The forms of the page. */
    static final Set<String> GROUPS = Set.of("identity", "agents", "offers", "sounds", "limits", "keys", "callback", "goals", "recording", "skills");

    private static final Pattern TIER = Pattern.compile("tiers\\[(\\d+)].*");

    private final DestinationForm destination;

    QueueForms(DestinationForm destination) {
        this.destination = destination;
    }

    /** The queue as one of {@link #GROUPS} wants it. */
    QueueDraft changed(String group, QueueDraft today, HttpServletRequest request) {
        return switch (group) {
            case "identity" -> today.withIdentity(request.getParameter("name"), FormNumber.dialled(request, "number"));
            case "agents" -> today.withAgents(agents(request), tiers(request));
            case "offers" -> offers(today, request);
            case "sounds" -> today.withSounds(sounds(request));
            case "limits" -> today.withLimits(limits(request), destination.read(request, "full"), destination.read(request, "maxWait"),
                    destination.read(request, "noAgents"));
            case "keys" -> today.withKeys(keys(request));
            case "callback" -> today.withCallback(callback(request));
            case "goals" -> today.withGoals(goal(request), alerts(request));
            case "recording" -> today.withRecording(new QueueRecording(choice(request, "recording.record", RecordCalls::of), id(request, "recording.consentPromptId")));
            case "skills" -> today.withSkills(skills(request));
            default -> throw new IllegalArgumentException("no form " + group);
        };
    }

    /** Who shall serve a queue, in the order of the page. */
    static List<QueueAgentDraft> agents(HttpServletRequest request) {
        RowForm rows = RowForm.of(request, "agents", "agent");
        return IntStream.range(0, rows.count().size()).mapToObj(at -> {
            String field = rows.count().get(at);
            return new QueueAgentDraft(request.getParameter(field + ".agent"),
                    FormNumber.read(request, field + ".tier", "invalid.queue.tier"), at + 1);
        }).toList();
    }

    private static List<QueueTier> tiers(HttpServletRequest request) {
        return set(request).stream().map(tier -> new QueueTier(tier, number(request, opens(tier), "invalid.queue.opensAfter"))).toList();
    }

    /** The tiers of which something was said. */
    private static List<Integer> set(HttpServletRequest request) {
        return IntStream.rangeClosed(2, QueueTier.LAST).boxed().filter(tier -> {
            String typed = request.getParameter(opens(tier));
            return typed != null && !typed.isBlank();
        }).toList();
    }

    private static String opens(int tier) {
        return "opens." + tier;
    }

    /** Problems of tiers by the names that they have on the page. */
    static InvalidInput onPage(InvalidInput refusal, HttpServletRequest request) {
        return new InvalidInput(refusal.problems().stream().map(problem -> {
            Matcher row = TIER.matcher(problem.field());
            return row.matches() ? new FieldProblem(opens(set(request).get(Integer.parseInt(row.group(1)))), problem.code(), problem.args()) : problem;
        }).toList());
    }

    private static QueueDraft offers(QueueDraft today, HttpServletRequest request) {
        return today.withOffers(new QueueOffers(choice(request, "offers.strategy", QueueStrategy::of),
                        number(request, "offers.ringSeconds", "invalid.queue.ringSeconds"), number(request, "offers.wrapUpSeconds", "invalid.queue.wrapUpSeconds"),
                        number(request, "offers.missedOffers", "invalid.queue.missedOffers"), number(request, "offers.setAsideSeconds", "invalid.queue.setAsideSeconds")),
                number(request, "priority", "invalid.queue.priority"), number(request, "agingSeconds", "invalid.queue.agingSeconds"));
    }

    private static QueueSounds sounds(HttpServletRequest request) {
        return new QueueSounds(id(request, "sounds.greetingPromptId"), id(request, "sounds.musicPromptId"), isChecked(request, "sounds.announcePosition"),
                isChecked(request, "sounds.announceWait"), number(request, "sounds.announceSeconds", "invalid.queue.announceSeconds"),
                id(request, "sounds.periodicPromptId"), number(request, "sounds.periodicSeconds", "invalid.queue.periodicSeconds"));
    }

    private static QueueLimits limits(HttpServletRequest request) {
        return new QueueLimits(number(request, "limits.maxLength", "invalid.queue.maxLength"),
                number(request, "limits.maxWaitSeconds", "invalid.queue.maxWaitSeconds"), choice(request, "limits.joinWhen", Staffing::of),
                choice(request, "limits.stayWhen", Staffing::of));
    }

    private Map<String, DestinationDraft> keys(HttpServletRequest request) {
        Map<String, DestinationDraft> keys = new LinkedHashMap<>();
        QueueExit.KEYS.forEach(key -> {
            DestinationDraft to = destination.read(request, "keys." + key);
            if (to != null) {
                keys.put(key, to);
            }
        });
        return keys;
    }

    private static QueueCallback callback(HttpServletRequest request) {
        String key = request.getParameter("callback.key");
        return new QueueCallback(key == null || key.isBlank() ? null : key, id(request, "callback.scheduleId"),
                number(request, "callback.attempts", "invalid.queue.callbackAttempts"), number(request, "callback.retrySeconds", "invalid.queue.callbackRetry"));
    }

    private static ServiceGoal goal(HttpServletRequest request) {
        return new ServiceGoal(number(request, "serviceLevel.seconds", "invalid.queue.serviceSeconds"),
                number(request, "serviceLevel.percent", "invalid.queue.servicePercent"));
    }

    private static QueueAlerts alerts(HttpServletRequest request) {
        String emails = request.getParameter("alerts.emails");
        return new QueueAlerts(number(request, "alerts.waiting", "invalid.queue.alertWaiting"), number(request, "alerts.waitSeconds", "invalid.queue.alertWait"),
                isChecked(request, "alerts.abandoned"), emails == null ? List.of() : Arrays.asList(emails.split("[\\s,;]+")));
    }

    private static List<QueueSkill> skills(HttpServletRequest request) {
        return RowForm.of(request, "skills", "skill").map(field -> new QueueSkill(request.getParameter(field + ".skill"),
                number(request, field + ".level", "invalid.skill.level"), number(request, field + ".relaxSeconds", "invalid.queue.relaxSeconds")));
    }

    /** Who is bound to a queue, and as far as what. */
    static List<QueueSupervisorDraft> supervisors(HttpServletRequest request) {
        String[] bound = request.getParameterValues("bound");
        return bound == null ? List.of() : Arrays.stream(bound).map(one -> {
            String field = "bound." + one;
            return new QueueSupervisorDraft(id(one), isChecked(request, field + ".listen"), isChecked(request, field + ".whisper"),
                    isChecked(request, field + ".barge"), isChecked(request, field + ".takeOver"));
        }).toList();
    }

    private static Integer number(HttpServletRequest request, String field, String code) {
        return FormNumber.read(request, field, code);
    }

    private static boolean isChecked(HttpServletRequest request, String field) {
        return request.getParameter(field) != null;
    }

    // A word that was made up is as none.
    private static <T> T choice(HttpServletRequest request, String field, Function<String, T> of) {
        try {
            return of.apply(request.getParameter(field));
        } catch (IllegalArgumentException | NullPointerException madeUp) {
            throw new InvalidInput(field, "invalid.queue.choice");
        }
    }

    private static UUID id(HttpServletRequest request, String field) {
        return id(request.getParameter(field));
    }

    // A made-up id is an unknown one.
    private static UUID id(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException madeUp) {
            return new UUID(0, 0);
        }
    }
}

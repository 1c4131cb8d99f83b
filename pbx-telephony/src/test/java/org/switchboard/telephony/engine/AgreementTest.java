package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.call.CallParty;
import org.switchboard.telephony.call.CallPatience;
import org.switchboard.telephony.call.CallProgram;
import org.switchboard.telephony.call.CallRegistry;
import org.switchboard.telephony.call.CallTools;
import org.switchboard.telephony.call.Caller;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.call.TrunkRef;
import org.switchboard.telephony.destination.HangupKind;
import org.switchboard.telephony.number.CallerNumber;
import org.switchboard.telephony.plan.PlannedMenu;
import org.switchboard.telephony.plan.RandomCompany;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Answer;
import org.switchboard.telephony.route.Evaluator;
import org.switchboard.telephony.route.IfRung;
import org.switchboard.telephony.route.Origin;
import org.switchboard.telephony.route.Question;
import org.switchboard.telephony.route.RouteStep;
import org.switchboard.telephony.route.Surroundings;

/**
 * What is answered to "what happens if" is what happens: random companies, callers, times and digits, once asked and once
 * called, through the whole engine against an Asterisk whose time is virtual.
 */
class AgreementTest {

    private static final int CASES = 10_000;
    private static final long SEED = 20_261_123L;
    private static final UUID TENANT = new UUID(0, 1);
    private static final String ID = "pbx-1.1";
    private static final String TRUNK = "trunkaaaaaaaaaaaaaaa";

    @Test
    void given_ten_thousand_random_questions_then_the_engine_does_what_is_answered() {
        var ends = new TreeMap<String, Integer>();
        var rules = new TreeSet<String>();
        for (var i = 0; i < CASES; i++) {
            var random = new Random(SEED + i);
            var company = new RandomCompany(TENANT, 0, random);
            var plan = company.draw();
            var question = question(company, plan, random);
            var answer = Evaluator.answer(plan, question, new Surroundings(question.at(), ID.hashCode(), _ -> false, Surroundings.RingMemory.NONE));
            var call = new LiveCase(company, plan, question);
            call.run();
            assertThat(call.steps).as("steps of case %d: %s", i, question).isEqualTo(answer.steps());
            assertThat(call.lastCommand()).as("end of case %d: %s %s", i, question, answer.steps()).startsWith(lastCommand(answer.end()));
            assertThat(call.asterisk.violations()).as("case %d %s %s", i, question, call.asterisk.commands()).isEmpty();
            assertThat(call.asterisk.leftovers()).as("case %d", i).isEmpty();
            ends.merge(answer.end().kind(), 1, Integer::sum);
            answer.steps().forEach(step -> rules.add(step.rule()));
        }
        System.out.println("Agreed on " + CASES + " cases from seed " + SEED + ", which end in " + ends + " by " + rules.size() + " rules");
        assertThat(ends).containsKeys("extension", "ring_group", "voicemail", "outside_number", "service", "hangup", "refuse");
        assertThat(rules).contains("menu.key", "menu.extension", "menu.no_input.last", "menu.wrong_input", "route.circle", "outside.next",
                "schedule.holiday", "extension.forwards_always", "number.blocked.prefix", "announcement.played", "ring_group.nobody_free");
    }

    private static Question question(RandomCompany company, TenantPlan plan, Random random) {
        var inside = random.nextInt(3) == 0;
        var dialled = inside ? any(random, List.of(any(random, company.extensions()), "*43", "*97", "021234567", "112", "+442079460000", "7", any(random, company.numbers())))
                : any(random, random.nextInt(20) == 0 ? List.of("+8229999999") : company.numbers());
        var origin = inside ? origin(company, plan, random) : outside(dialled, random);
        var at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(365 * 24 * 60)));
        return new Question(origin, dialled, at, digits(company, random), any(random, List.of(IfRung.values())));
    }

    private static Origin origin(RandomCompany company, TenantPlan plan, Random random) {
        var extension = plan.extension(any(random, company.extensions())).orElseThrow();
        return new Origin.Inside(extension, extension.devices().isEmpty() ? company.device(extension.number(), 9) : extension.devices().getFirst());
    }

    private static Origin outside(String dialled, Random random) {
        return new Origin.Outside(CallerNumber.parse(any(random, List.of("01012345678", "+442079460000", "anonymous", "nonsense")), false, "KR"), dialled);
    }

    private static String digits(RandomCompany company, Random random) {
        var digits = new StringBuilder();
        for (var i = random.nextInt(6); i > 0; i--) {
            digits.append(any(random, List.of("0", "1", "2", "3", "9", "*", "#", "5", ",", any(random, company.extensions()))));
        }
        return digits.toString();
    }

    private static <T> T any(Random random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** What Asterisk is told last, by the end that was answered. */
    private static String lastCommand(Answer.End end) {
        return switch (end.kind()) {
            case "extension", "ring_group" -> "continue pbx-ring s";
            case "outside_number" -> "continue pbx-dial-out s";
            case "voicemail" -> "continue pbx-voicemail s";
            case "refuse" -> "continue pbx-refuse " + end.name();
            case "hangup" -> "hangup " + HangupKind.of(end.name()).orElseThrow().cause();
            case "service" -> end.name().equals("echo") ? "continue pbx-echo s" : "hangup 16";
            default -> throw new AssertionError("an end of a kind that is not known: " + end);
        };
    }

    /** Hears events. */
    private record Ear(Consumer<AriEvent> hearing) implements AriEventListener {

        @Override
        public void onEvent(AriEvent event) {
            hearing.accept(event);
        }

        @Override
        public void onConnected() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onDisconnected(String reason) {
            throw new UnsupportedOperationException();
        }
    }

    /** One call, with a caller who types what the question says and phones that do what it says. */
    private static final class LiveCase implements FakeWorld {

        private final TenantPlan plan;
        private final Question question;
        private final VirtualTime time;
        private final FakeAsterisk asterisk;
        private final List<RouteStep> steps = new ArrayList<>();
        private final RandomCompany company;
        private final Typist typist;

        LiveCase(RandomCompany company, TenantPlan plan, Question question) {
            this.company = company;
            this.plan = plan;
            this.question = question;
            this.time = new VirtualTime(question.at());
            this.asterisk = new FakeAsterisk(time, this);
            this.typist = new Typist(plan, question.digits());
        }

        void run() {
            var calls = new CallRegistry(new CallTools(new AriClient(asterisk), time, this::note, CallPatience.USUAL, time), CallLimits.USUAL,
                    new SimpleMeterRegistry());
            var programs = TestPrograms.at(InstantSource.fixed(question.at()));
            var party = new CallParty(TENANT, switch (question.origin()) {
                case Origin.Inside(var extension, var device) -> new Caller.Inside(device, extension.number());
                case Origin.Outside(var caller, _) -> new Caller.Outside(new TrunkRef(TRUNK), caller.value(), "");
            });
            CallProgram program = switch (question.origin()) {
                case Origin.Inside(var extension, var device) -> programs.inside(plan, extension, device, question.dialled());
                case Origin.Outside(var caller, _) -> programs.outside(plan, new OutsideArrival(question.dialled(), caller, "", false));
            };
            asterisk.tell(new Ear(event -> {
                if (event instanceof AriEvent.StasisStart start) {
                    calls.arrived(start.channel(), start.args(), party, false, program);
                } else {
                    calls.heard(event);
                }
            }), new Ear(event -> {
                if (event instanceof AriEvent.ChannelDestroyed destroyed) {
                    calls.gone(destroyed.channel().id());
                } else if (event instanceof AriEvent.Dial dial) {
                    calls.answered(dial.caller().id());
                }
            }));
            asterisk.calls(Duration.ZERO, ID, TRUNK, question.dialled(), "");
            time.run(Duration.ofHours(3));
            assertThat(calls.inHand()).isZero();
        }

        private void note(Step step) {
            steps.add(new RouteStep(step.kind(), step.name(), step.rule(), step.args(), step.outcome(), step.alternatives()));
        }

        String lastCommand() {
            return asterisk.commands().isEmpty() ? "" : asterisk.commands().getLast();
        }

        /** When a menu begins to play, the caller types as much as that menu waits for. */
        @Override
        public void plays(String channelId, List<String> media) {
            menuOf(media.getLast()).map(typist::at).filter(keys -> !keys.isEmpty())
                    .ifPresent(keys -> asterisk.presses(Duration.ofMillis(300), ID, keys));
        }

        private Optional<PlannedMenu> menuOf(String media) {
            for (var i = 200; i < 205; i++) {
                if (media.equals("sound:" + company.id("prompt of menu" + i))) {
                    return plan.menu(company.id("menu" + i));
                }
            }
            return Optional.empty();
        }

        @Override
        public Fate handedOver(String channelId, String context, String exten, Map<String, String> variables) {
            return switch (context) {
                case "pbx-ring" -> {
                    typist.drop();
                    yield switch (question.ifRung()) {
                        case ANSWERED -> new Fate.Answered(Duration.ofSeconds(3), Duration.ofSeconds(30));
                        case NO_ANSWER -> Fate.back(Duration.ofSeconds(20), "NOANSWER", "0");
                        case BUSY -> Fate.back(Duration.ofSeconds(1), "BUSY", "17");
                        case NOT_REGISTERED -> Fate.back(Duration.ofMillis(1), "CHANUNAVAIL", "20");
                    };
                }
                case "pbx-dial-out" -> {
                    typist.drop();
                    yield switch (question.ifRung()) {
                        case ANSWERED -> new Fate.Answered(Duration.ofSeconds(3), Duration.ofSeconds(30));
                        case NO_ANSWER -> Fate.back(Duration.ofSeconds(60), "NOANSWER", "", "1");
                        case BUSY -> Fate.back(Duration.ofSeconds(1), "BUSY", "486", "0");
                        case NOT_REGISTERED -> Fate.back(Duration.ofSeconds(1), "CONGESTION", "503", "0");
                    };
                }
                default -> new Fate.Ends(Duration.ofSeconds(3));
            };
        }
    }
}

package org.switchboard.telephony.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.phone.ProviderCall;
import org.switchboard.local.phone.ProviderManner;
import org.switchboard.local.phone.SipProvider;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.number.CallerNumber;
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
 * A sample of the questions of {@link AgreementTest}, asked and then really called: by SIP and RTP over a trunk, through
 * PostgreSQL, Asterisk and the engine. No phone is connected, so whoever is rung inside is not there; those outside take the call
 * or cannot be reached.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealAgreementTest {

    private static final int CASES = 50;
    private static final int AT_ONCE = 10;
    private static final long SEED = 42;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofSeconds(120);

    private TestPbx pbx;
    private final List<SampledCase> cases = new ArrayList<>();

    @BeforeAll
    void startAll(@TempDir Path folder) throws SQLException {
        pbx = new TestPbx(folder);
        for (var i = 0; i < CASES; i++) {
            var sampled = new SampledCase(i);
            sampled.store();
            cases.add(sampled);
        }
        pbx.startEngine();
    }

    @AfterAll
    void stopAll() {
        cases.forEach(sampled -> sampled.providers.forEach(SipProvider::close));
        pbx.close();
    }

    @Test
    void given_fifty_sampled_questions_then_real_calls_go_as_was_answered() throws InterruptedException, ExecutionException {
        var ends = new TreeMap<String, Integer>();
        try (var callers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var answer : callers.invokeAll(cases.stream().<Callable<Answer>>map(sampled -> sampled::run).toList())) {
                ends.merge(answer.get().end().kind(), 1, Integer::sum);
            }
        }
        pbx.awaitNothingLeft();
        System.out.println("Agreed on " + CASES + " real calls, which end in " + ends);
        assertThat(ends).containsKeys("hangup", "refuse", "voicemail", "outside_number");
    }

    /** One company with its provider, and one call. */
    private final class SampledCase {

        private final int serial;
        private final UUID tenantId;
        private final RandomCompany company;
        private final TenantPlan drawn;
        private final String from;
        private final String number;
        private final String digits;
        private final IfRung ifRung;
        private final List<SipProvider> providers;
        private int seen;

        SampledCase(int serial) {
            var random = new Random(SEED + serial);
            this.serial = serial;
            this.tenantId = new UUID(7, serial);
            this.company = new RandomCompany(tenantId, serial, random);
            this.drawn = company.draw();
            this.from = List.of("01012345678", "+442079460000", "").get(random.nextInt(3));
            this.number = company.numbers().get(random.nextInt(2));
            this.digits = List.of("", "1", "2", "12", "1,2", "0,9", "3", "5", "#", company.extensions().getFirst()).get(random.nextInt(10));
            var end = Evaluator.answer(drawn, question(IfRung.ANSWERED)).end().kind();
            this.ifRung = List.of("extension", "ring_group").contains(end) ? IfRung.NOT_REGISTERED : IfRung.ANSWERED;
            this.providers = Stream.of(9, 10, 11).map(network ->
                    SipProvider.start("127.0." + network + "." + (serial + 1), pbx.stack().settings().sipPort(), Clock.systemUTC())).toList();
        }

        private Question question(IfRung assumed) {
            return new Question(new Origin.Outside(CallerNumber.parse(from, false, "KR"), number), number, Instant.now(Clock.systemUTC()), digits, assumed);
        }

        void store() throws SQLException {
            try (var rows = new CompanyRows(pbx.stack(), tenantId)) {
                rows.write(company, "sample" + serial, providers);
            }
            providers.forEach(provider -> provider.behave(ifRung == IfRung.ANSWERED ? ProviderManner.ANSWER : ProviderManner.UNAVAILABLE));
        }

        Answer run() {
            var plan = pbx.engine().plans().plan(tenantId).orElseThrow();
            var question = question(ifRung);
            assertThat(Evaluator.answer(plan, question)).as("what was stored is what was drawn").isEqualTo(Evaluator.answer(drawn, question));
            var call = providers.getLast().call(number, from);
            follow(call, plan);
            Awaitility.await().atMost(SOON).until(call::isOver);
            var answer = Evaluator.answer(plan, question, new Surroundings(question.at(), seed(), _ -> false, Surroundings.RingMemory.NONE));
            assertThat(steps()).as("case %d: %s", serial, question).isEqualTo(answer.steps());
            return answer;
        }

        /** Types at each menu, and hangs up once somebody or a mailbox has taken the call. */
        private void follow(ProviderCall call, TenantPlan plan) {
            var typist = new Typist(plan, digits);
            Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(50)).until(() -> {
                for (var step : news()) {
                    if (step.kind().equals("menu") && List.of("plays", "again").contains(step.outcome())) {
                        var keys = typist.at(plan.menu(company.id(step.name())).orElseThrow());
                        if (!keys.isEmpty()) {
                            call.awaitTalk(SOON).sound().type(keys);
                        }
                    } else if (List.of("rings", "trunk").contains(step.outcome())) {
                        typist.drop();
                    } else if (step.kind().equals("voicemail")) {
                        call.awaitTalk(SOON).hangUp();
                    }
                }
                providers.stream().flatMap(provider -> provider.callsOut().stream()).filter(ProviderCall::isTalking).findFirst().ifPresent(ProviderCall::hangUp);
                return call.isOver();
            });
        }

        private List<Step> news() {
            var all = pbx.told(tenantId);
            var news = all.subList(seen, all.size());
            seen = all.size();
            return news;
        }

        private List<RouteStep> steps() {
            return pbx.told(tenantId).stream().map(step -> new RouteStep(step.kind(), step.name(), step.rule(), step.args(), step.outcome(),
                    step.alternatives())).toList();
        }

        /** As the engine draws its orders. */
        private long seed() {
            return pbx.linkedIds(tenantId).iterator().next().hashCode();
        }
    }
}

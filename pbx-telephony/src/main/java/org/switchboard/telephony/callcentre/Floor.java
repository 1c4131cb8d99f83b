package org.switchboard.telephony.callcentre;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.call.CallPost;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.call.Ringing;
import org.switchboard.telephony.distribution.Decision;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.plan.TenantPlan;

/**
 * One company's call centre at work. Whatever it is told, by any thread, its own thread does, one thing after the other. Callers are let in once it is
 * known who is talking already: until then they hear music.
 */
final class Floor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Floor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final UUID tenantId;
    private final FloorTools tools;
    private final FloorState state = new FloorState();
    private final Decider decider;
    private final FloorRecord record;
    private final FloorPicture picture;
    private final Offering offering;
    private final Talking talking;
    private final Visitors visitors;
    private final Phones phones;
    private final Crew crew;
    private final FloorCallbacks callbacks;
    private final FloorLoop loop;
    private final WaitEstimate estimate = new WaitEstimate();
    private final List<Runnable> atTheDoor = new ArrayList<>();
    private boolean open;
    private ZoneId zone = ZoneId.of("UTC");
    private LocalDate day;

    Floor(TenantPlan plan, FloorTools tools, Supplier<CallbackDialler> dialler) {
        this.tenantId = plan.tenantId();
        this.tools = tools;
        state.plan(plan);
        this.decider = new Decider(tenantId, tools.clock());
        this.record = new FloorRecord(tenantId, tools.log());
        this.picture = new FloorPicture(tenantId, state, decider);
        this.offering = new Offering(state, decider, record, tools, dialler);
        this.talking = new Talking(state, decider, record, tools.memory(), estimate);
        this.visitors = new Visitors(state, decider, record, tools.memory(), offering);
        this.phones = new Phones(state, decider, offering, talking, visitors, tools.registrations());
        this.crew = new Crew(state, decider, record, tools, phones, this::tell);
        this.callbacks = new FloorCallbacks(state, decider, record, tools.memory(), offering, talking, phones);
        this.loop = new FloorLoop("the call centre of tenant " + tenantId, tools.threads(), picture::refresh, decider::untilDue,
                () -> decider.happened(Event.TimePassed::new));
        decider.carriedOutBy(this::carryOut);
        offering.whenEnded(visitors::offerEnded);
        loop.start(tools.threads());
        tell(() -> decider.happened(at -> FloorRules.of(state.plan(), at)));
        tell(crew::settingsChanged);
    }

    private void carryOut(Decision decision) {
        switch (decision) {
            case Decision.Offer offer -> offering.begin(offer);
            case Decision.Withdraw(var offerId) -> offering.withdraw(offerId);
            case Decision.Leave leave -> visitors.shownOut(leave);
            case Decision.AgentIs is -> crew.is(is);
        }
    }

    private void tell(Runnable what) {
        loop.tell(what);
    }

    /** Has something done that waits until the floor is open. */
    private void tellOnceOpen(Runnable what) {
        tell(() -> {
            if (open) {
                what.run();
            } else {
                atTheDoor.add(what);
            }
        });
    }

    /** The settings are these now. */
    void planned(TenantPlan plan) {
        tell(() -> {
            state.plan(plan);
            decider.happened(at -> FloorRules.of(plan, at));
            crew.settingsChanged();
            state.touchEverything();
        });
    }

    /** Opens it, unless it is open. */
    void open(List<AgentMemoryRow> agents, List<OpenStay> stays, Collection<AriChannel> channels, ZoneId companyZone) {
        tell(() -> {
            if (!open) {
                zone = companyZone;
                day = LocalDate.ofInstant(decider.now(), zone);
                new FloorOpening(state, decider, record, tools.memory(), agents, stays, channels).open(crew, phones, talking);
                state.touchEverything();
                open = true;
                atTheDoor.forEach(this::tell);
                atTheDoor.clear();
            }
        });
    }

    /** Asterisk is about to be asked for the channels to compare with. */
    void look() {
        tellOnceOpen(phones::look);
    }

    /** Compares with the channels that there are; events may have been missed. */
    void compare(Collection<AriChannel> channels) {
        tellOnceOpen(() -> {
            phones.compare(channels);
            visitors.compare(channels.stream().map(AriChannel::id).collect(Collectors.toSet()));
            picture.lookAgain();
            var today = LocalDate.ofInstant(decider.now(), zone);
            if (!today.equals(day)) {
                day = today;
                decider.happened(Event.DayBegan::new);
            }
        });
    }

    void heard(AriEvent event) {
        tellOnceOpen(() -> phones.heard(event));
    }

    void entered(CallerStay who, String channel, CallPost post, boolean again) {
        tellOnceOpen(() -> visitors.entered(who, channel, post, again));
    }

    void rang(long offerId, Ringing.Result result) {
        tellOnceOpen(() -> offering.rang(offerId, result));
    }

    void leftByKey(String visit, String exit) {
        tellOnceOpen(() -> visitors.leftByKey(visit, exit));
    }

    void callEnded(String visit, EndReason reason) {
        tellOnceOpen(() -> visitors.callEnded(visit, reason));
    }

    void asking(String visit) {
        tellOnceOpen(() -> visitors.asking(visit));
    }

    void asked(String visit) {
        tellOnceOpen(() -> visitors.asked(visit));
    }

    void wantsCallback(String visit, String number) {
        tellOnceOpen(() -> visitors.wantsCallback(visit, number));
    }

    /** Tells of callbacks. */
    void callback(Consumer<FloorCallbacks> what) {
        tellOnceOpen(() -> what.accept(callbacks));
    }

    /** Has a command about an agent carried out, and waits for it. */
    void agent(Consumer<Crew> command) {
        carriedOut(() -> {
            command.accept(crew);
            return null;
        });
    }

    /** Has a command about a caller carried out, and waits for it. */
    <T> T caller(String visit, Function<Stay, T> command) {
        return carriedOut(() -> {
            var stay = state.stay(visit);
            if (stay == null) {
                throw new NotFound("caller", visit);
            }
            return command.apply(stay);
        });
    }

    void toFront(Stay stay, String by) {
        decider.happened(at -> new Event.CallerToFront(at, stay.visit()));
        moved(stay, "front", by);
    }

    void priority(Stay stay, int priority, String by) {
        decider.happened(at -> new Event.CallerPriority(at, stay.visit(), priority));
        moved(stay, "priority", by);
    }

    private void moved(Stay stay, String what, String by) {
        decider.caller(stay.visit()).ifPresent(now -> {
            var who = stay.who();
            stay.who(new CallerStay(who.visit(), who.queueId(), who.enteredAt(), now.priority(), now.rank(), who.number(), who.name(), who.linkedId()));
            record.reordered(decider.now(), stay.who(), what, by);
            state.touch(stay);
            if (stay.post() != null) {
                stay.post().tell(new KeepOrder(new KeptPlace(now.priority(), now.rank(), who.enteredAt().toEpochMilli())));
            }
        });
    }

    void takingOver(UUID agentId) {
        tellOnceOpen(() -> {
            var seat = state.seat(agentId);
            if (seat != null && seat.talk() != null) {
                seat.talk().endsBy("taken_over");
            }
        });
    }

    void sendAway(Stay stay) {
        visitors.sentAway(stay);
    }

    private <T> T carriedOut(Supplier<T> command) {
        var done = new CompletableFuture<T>();
        tellOnceOpen(() -> {
            try {
                var result = command.get();
                // Whoever looks after the command sees what came of it.
                picture.refresh();
                done.complete(result);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            log.warn("Tenant {}: the call centre is not open yet, or does not react", tenantId, e);
            throw new InvalidInput("agent", "taken.callCentre.notOpen");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    FloorPicture picture() {
        return picture;
    }

    WaitEstimate estimate() {
        return estimate;
    }

    @Override
    public void close() {
        loop.close();
    }
}

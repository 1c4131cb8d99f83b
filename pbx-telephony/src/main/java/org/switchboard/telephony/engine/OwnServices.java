package org.switchboard.telephony.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.call.GatherRules;
import org.switchboard.telephony.call.RecordRules;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.destination.HangupKind;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.number.Dialled;
import org.switchboard.telephony.plan.PlannedExit;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.prompt.SystemWord;
import org.switchboard.telephony.route.Origin;
import org.switchboard.telephony.route.ServiceCode;
import org.switchboard.telephony.schedule.ScheduleSwitch;
import org.switchboard.telephony.voicemail.PinAnswer;
import org.switchboard.telephony.voicemail.VoicemailAccess;

/** The star codes: what a phone sets for its extension, voicemail, opening hours, and recording a prompt. */
final class OwnServices implements StarCodes {

    private static final Logger log = LoggerFactory.getLogger(OwnServices.class);
    private static final GatherRules NUMBER = new GatherRules(_ -> false, 20, Duration.ofSeconds(10), Duration.ofSeconds(5), Optional.of('#'));
    private static final GatherRules CHOICE = GatherRules.oneKey(Duration.ofSeconds(10));
    private static final int TRIES = 3;
    private static final Duration LONGEST_PROMPT = Duration.ofMinutes(5);
    private static final List<String> WHICH_BOX = List.of("sound:vm-login");

    private final Sounds sounds;
    private final OwnSettings settings;
    private final ScheduleSwitch schedules;
    private final VoicemailAccess voicemail;
    private final PromptKeeper prompts;
    private final FloorCodes floor;
    private final InstantSource clock;

    OwnServices(Sounds sounds, OwnSettings settings, ScheduleSwitch schedules, VoicemailAccess voicemail, PromptKeeper prompts, FloorCodes floor,
                InstantSource clock) {
        this.floor = floor;
        this.sounds = sounds;
        this.settings = settings;
        this.schedules = schedules;
        this.voicemail = voicemail;
        this.prompts = prompts;
        this.clock = clock;
    }

    @Override
    public EndReason serve(Call call, TenantPlan plan, Origin origin, ServiceCode service, String argument) {
        if (!(origin instanceof Origin.Inside inside)) {
            throw new IllegalArgumentException("star codes are for extensions: " + service);
        }
        var caller = inside.extension();
        call.note("service", service.key(), "", "", "answered");
        return switch (service) {
            case ECHO -> call.echo();
            case OWN_NUMBER -> call.sayNumber(caller.number());
            case VOICEMAIL -> ownBox(call, plan, caller);
            case ANY_VOICEMAIL -> anyBox(call, plan, argument);
            case DO_NOT_DISTURB_ON -> doNotDisturb(call, plan, caller, true);
            case DO_NOT_DISTURB_OFF -> doNotDisturb(call, plan, caller, false);
            case FORWARD_ALWAYS_ON -> forward(call, plan, caller, "always", argument);
            case FORWARD_BUSY_ON -> forward(call, plan, caller, "busy", argument);
            case FORWARD_NO_ANSWER_ON -> forward(call, plan, caller, "no_answer", argument);
            case FORWARD_NOT_REGISTERED_ON -> forward(call, plan, caller, "not_registered", argument);
            case FORWARD_ALWAYS_OFF -> forwardOff(call, plan, caller, "always");
            case FORWARD_BUSY_OFF -> forwardOff(call, plan, caller, "busy");
            case FORWARD_NO_ANSWER_OFF -> forwardOff(call, plan, caller, "no_answer");
            case FORWARD_NOT_REGISTERED_OFF -> forwardOff(call, plan, caller, "not_registered");
            case RECORD_PROMPT -> record(call, plan, caller);
            case AGENT_SIGN_IN, AGENT_PAUSE, AGENT_READY, SUPERVISE_LISTEN, SUPERVISE_WHISPER, SUPERVISE_BARGE, SUPERVISE_TAKE_OVER ->
                floor.serve(call, plan, inside, service, argument);
        };
    }

    @Override
    public EndReason switchHours(Call call, TenantPlan plan, Origin origin, UUID scheduleId) {
        call.note("service", "switch_hours", "", "", "answered");
        return changed(call, plan, () -> {
            var now = schedules.toggle(plan.tenantId(), scheduleId, origin.number(), clock.instant());
            if (!now.switched()) {
                return SystemWord.SWITCHED_TO_HOURS;
            }
            return now.state().open() ? SystemWord.SWITCHED_OPEN : SystemWord.SWITCHED_CLOSED;
        });
    }

    private EndReason doNotDisturb(Call call, TenantPlan plan, PlannedExtension caller, boolean on) {
        return changed(call, plan, () -> {
            settings.doNotDisturb(plan.tenantId(), caller.id(), caller.number(), on);
            return on ? SystemWord.DO_NOT_DISTURB_ON : SystemWord.DO_NOT_DISTURB_OFF;
        });
    }

    private EndReason forwardOff(Call call, TenantPlan plan, PlannedExtension caller, String exit) {
        return changed(call, plan, () -> {
            settings.forward(plan.tenantId(), caller.id(), caller.number(), exit, null);
            return SystemWord.FORWARD_OFF;
        });
    }

    private EndReason forward(Call call, TenantPlan plan, PlannedExtension caller, String exit, String argument) {
        call.answer();
        var typed = argument.isEmpty() ? call.gather(words(plan, SystemWord.FORWARD_ENTER_NUMBER), NUMBER) : argument;
        return changed(call, plan, () -> {
            var to = forwardTo(plan, caller, typed);
            if (to.isEmpty()) {
                return SystemWord.FORWARD_REFUSED;
            }
            settings.forward(plan.tenantId(), caller.id(), caller.number(), exit, to.get());
            return SystemWord.FORWARD_ON;
        });
    }

    /** An extension but not one's own, or an ordinary number outside that one may dial oneself. */
    private static Optional<PlannedExit> forwardTo(TenantPlan plan, PlannedExtension owner, String typed) {
        var inside = plan.extension(typed);
        if (inside.isPresent()) {
            return inside.filter(extension -> !extension.id().equals(owner.id()))
                    .map(extension -> new PlannedExit(DestinationKind.EXTENSION, extension.id(), null));
        }
        return Dialled.parse(typed, plan.company().country(), plan.company().outsidePrefix())
                .filter(dialled -> dialled.e164() != null && owner.mayCall().compareTo(switch (dialled.callClass()) {
                    case EMERGENCY, SHORT, NATIONAL -> CallPermission.NATIONAL;
                    case INTERNATIONAL -> CallPermission.INTERNATIONAL;
                    case PREMIUM -> CallPermission.PREMIUM;
                }) >= 0)
                .map(dialled -> new PlannedExit(DestinationKind.OUTSIDE_NUMBER, null, dialled.e164()));
    }

    private EndReason ownBox(Call call, TenantPlan plan, PlannedExtension caller) {
        try {
            var box = voicemail.own(plan.tenantId(), caller.number());
            if (box.isEmpty()) {
                return told(call, plan, SystemWord.INVALID_CHOICE);
            }
            return box.get().pinNeeded() ? withPin(call, plan, box.get().number()) : listen(call, plan, box.get().number());
        } catch (DataAccessException e) {
            log.warn("Call {}: no voicemail while the database is away: {}", call.channelId(), e.getMessage());
            return told(call, plan, SystemWord.NOT_SAVED);
        }
    }

    private EndReason anyBox(Call call, TenantPlan plan, String argument) {
        call.answer();
        return withPin(call, plan, argument.isEmpty() ? call.gather(WHICH_BOX, NUMBER) : argument);
    }

    /** The same questions and words whether the box exists or not. */
    private EndReason withPin(Call call, TenantPlan plan, String box) {
        call.answer();
        var before = List.<String>of();
        for (var i = 0; i < TRIES; i++) {
            var media = new ArrayList<>(before);
            media.addAll(words(plan, SystemWord.ENTER_PIN));
            var pin = call.gather(media, NUMBER);
            PinAnswer answer;
            try {
                answer = voicemail.check(plan.tenantId(), box, pin, clock.instant());
            } catch (DataAccessException e) {
                log.warn("Call {}: no PIN can be checked while the database is away: {}", call.channelId(), e.getMessage());
                return told(call, plan, SystemWord.NOT_SAVED);
            }
            switch (answer) {
                case PinAnswer.Ok() -> {
                    return listen(call, plan, box);
                }
                case PinAnswer.Locked _ -> {
                    return told(call, plan, SystemWord.MAILBOX_LOCKED);
                }
                case PinAnswer.Wrong _, PinAnswer.NoBox _ -> before = words(plan, SystemWord.WRONG_PIN);
            }
        }
        return told(call, plan, SystemWord.GOODBYE);
    }

    private static EndReason listen(Call call, TenantPlan plan, String box) {
        return call.voicemailMain(box + "@" + plan.tenantId());
    }

    private EndReason record(Call call, TenantPlan plan, PlannedExtension caller) {
        call.answer();
        var name = "prompt-" + UUID.randomUUID();
        for (var i = 0; i < TRIES; i++) {
            call.play(words(plan, SystemWord.RECORD_AFTER_TONE));
            var recorded = call.record(new RecordRules(name, "wav", LONGEST_PROMPT, Duration.ZERO, true));
            if (recorded.length().isZero()) {
                return told(call, plan, SystemWord.RECORDING_EMPTY);
            }
            var choice = call.gather(words(plan, SystemWord.RECORDING_MENU), CHOICE);
            while (choice.equals("1")) {
                call.play(List.of("recording:" + name));
                choice = call.gather(words(plan, SystemWord.RECORDING_MENU), CHOICE);
            }
            if (!choice.equals("3")) {
                return changed(call, plan, () -> prompts.keep(plan.tenantId(), caller.number(), name) ? SystemWord.SAVED : SystemWord.NOT_SAVED);
            }
        }
        return told(call, plan, SystemWord.GOODBYE);
    }

    /** Does something that the database may refuse now, and says what came of it. */
    private EndReason changed(Call call, TenantPlan plan, Supplier<SystemWord> change) {
        SystemWord word;
        try {
            word = change.get();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Call {}: what was dialled cannot be kept now: {}", call.channelId(), e.getMessage());
            word = SystemWord.NOT_SAVED;
        }
        return told(call, plan, word);
    }

    private EndReason told(Call call, TenantPlan plan, SystemWord word) {
        call.answer();
        call.play(words(plan, word));
        return call.hangUp(HangupKind.NORMAL.cause());
    }

    private List<String> words(TenantPlan plan, SystemWord word) {
        return sounds.words(word, plan.company().language());
    }
}

package org.switchboard.telephony.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.switchboard.telephony.ari.AriChannel;

/**
 * One caller's channel in our hands, used by the call's own thread. Every method that takes time throws {@link CallEnded} when the
 * caller is gone.
 *
 * <p>Where every key matters, we *hold* the channel: sounds, keys, recordings. What needs no decision is *handed* to a context of the
 * dialplan: one request sets the variables, one lets the channel go on there. It comes back only when something is left to decide. To
 * a step both look like one blocking method. When a restarted engine resumes a call, the step runs anew; if the channel has just come
 * back, its method returns at once with what came back.
 */
public final class Call {

    private static final Pattern BOX = Pattern.compile("[0-9]{1,20}@[0-9a-f-]{36}");

    private final AriChannel channel;
    private final CallParty caller;
    private final String linkedId;
    private final String dialled;
    private final InstantSource clock;
    private final StepJournal journal;
    private final CallPatience patience;
    private final CallLine line;
    private final CallSound sound;
    private final HandOver handOver;
    private final CallPost post;
    private final boolean resumed;
    private CallPosition position;
    private CallPosition saved;
    private boolean answered;

    Call(AriChannel channel, CallParty caller, CallTools tools, Mailbox mailbox, Optional<HandedBack> pending) {
        this.channel = channel;
        this.caller = caller;
        this.linkedId = CallPosition.linkedId(channel);
        this.clock = tools.clock();
        this.journal = tools.journal();
        this.patience = tools.patience();
        this.line = new CallLine(channel.id(), tools.ari(), mailbox);
        this.sound = new CallSound(line, tools);
        this.post = new CallPost(mailbox);
        this.handOver = new HandOver(line, patience, pending);
        this.position = CallPosition.of(channel).orElse(null);
        this.saved = position;
        this.dialled = channel.variable("PBX_DIALLED").isEmpty() ? channel.dialplan().exten() : channel.variable("PBX_DIALLED");
        this.resumed = position != null && pending.isEmpty();
        this.answered = channel.state().equals("Up");
    }

    /**
     * Who calls.
     *
     * @return never null
     */
    public CallParty caller() {
        return caller;
    }

    /**
     * What was dialled, exactly as the phone sent it: a text that a person typed. Of a resumed call, what of it could be kept.
     *
     * @return never null
     */
    public String dialled() {
        return dialled;
    }

    /**
     * Where a resumed call stood.
     *
     * @return empty for a call that has just come in
     */
    public Optional<CallPosition> position() {
        return Optional.ofNullable(position);
    }

    /**
     * Notes that the call came to a node. The channel carries it from the next time on that it is held or handed over.
     *
     * @param node the node's name: letters, digits and {@code / _ * # + -}
     */
    public void enter(String node) {
        if (position == null || !position.node().equals(node)) {
            position = new CallPosition(linkedId, node, clock.instant(), dialled);
        }
    }

    /**
     * Writes a decision down.
     *
     * @param kind    kind of node
     * @param name    which one of its kind
     * @param rule    key of the rule, or empty
     * @param reason  key of the reason, or empty
     * @param outcome the named way out
     */
    public void note(String kind, String name, String rule, String reason, String outcome) {
        note(kind, name, rule, reason, outcome, List.of(), List.of());
    }

    /**
     * Writes a decision down, with what its sentence is filled in with and the ways that were not taken.
     *
     * @param kind         kind of node
     * @param name         which one of its kind
     * @param rule         key of the rule, or empty
     * @param reason       key of the reason, or empty
     * @param outcome      the named way out
     * @param args         texts for the sentence of rule and reason
     * @param alternatives ways that were not taken
     */
    public void note(String kind, String name, String rule, String reason, String outcome, List<String> args,
                     List<Step.Alternative> alternatives) {
        journal.append(new Step(linkedId, caller.tenantId(), clock.instant(), kind, name, rule, reason, outcome, args, alternatives));
    }

    /** Answers the caller, unless that has been done. What is played to a caller who is not answered is early media. */
    public void answer() {
        if (!answered) {
            hold();
            line.command(ari -> ari.answer(channel.id()));
            answered = true;
        }
    }

    /** Lets the caller hear that it rings, until something else is to be heard. */
    public void startRinging() {
        line.command(ari -> ari.startRinging(channel.id()));
    }

    /** Ends {@link #startRinging()}. */
    public void stopRinging() {
        line.command(ari -> ari.stopRinging(channel.id()));
    }

    /**
     * Plays sounds one after the other, to the end. Keys that are pressed meanwhile wait for the next {@link #gather}.
     *
     * @param media such as {@code sound:beep}, see {@link Media}; may be empty
     */
    public void play(List<String> media) {
        hold();
        sound.play(media);
    }

    /**
     * Asks for keys. The first key stops the sound at once; keys that were pressed before are taken first, and then nothing is
     * played.
     *
     * @param media what is played meanwhile; may be empty
     * @param rules when enough has been pressed
     * @return what was pressed; empty when nothing was in time, or only the terminator
     */
    public String gather(List<String> media, GatherRules rules) {
        hold();
        return sound.gather(media, rules);
    }

    /**
     * Lets the caller hear music, without end, until something else is played or it is handed over.
     *
     * @throws CallEnded when the caller is gone
     */
    public void startMusic() {
        hold();
        line.command(ari -> ari.sound().startMusic(channel.id()));
    }

    /** Ends {@link #startMusic()}. */
    public void stopMusic() {
        line.command(ari -> ari.sound().stopMusic(channel.id()));
    }

    /**
     * Waits until the caller presses a key, somebody tells the call something ({@link #post()}), or the time is up. Keys that were
     * pressed and news that came before count at once. Whatever ends it stops the sound.
     *
     * @param media  what is played meanwhile, once; empty to leave what the caller hears as it is
     * @param atMost how long
     * @return what ended it
     */
    public Woken await(List<String> media, Duration atMost) {
        hold();
        return sound.await(media, atMost, clock);
    }

    /**
     * Where other parts of the engine can tell this call something.
     *
     * @return always the same
     */
    public CallPost post() {
        return post;
    }

    /**
     * A variable that the channel carried when it came, of those that {@code channelvars} of {@code ari.conf} asks for.
     *
     * @param name its name
     * @return empty when it had none
     */
    public String carried(String name) {
        return channel.variable(name);
    }

    /**
     * Lets the channel carry something that an engine after this one is to know.
     *
     * @param name  name of a channel variable
     * @param value letters, digits and {@code _ . -}; empty to forget it
     */
    public void carry(String name, String value) {
        line.command(ari -> ari.setVariables(channel.id(), List.of(Map.entry(name, value))));
    }

    /**
     * For a step that has no use for what came of the hand-over during which an engine died: it is forgotten.
     */
    public void forgetReturn() {
        handOver.forgetPending();
    }

    /**
     * The call's id in Asterisk's channel events and in the history.
     *
     * @return never null
     */
    public String linkedId() {
        return linkedId;
    }

    /**
     * Records the caller until #, silence or the end of the time. A caller who hangs up meanwhile leaves the recording so far
     * in its file.
     *
     * @param rules what and how long
     * @return what came of it
     */
    public Recorded record(RecordRules rules) {
        hold();
        return sound.record(rules);
    }

    /**
     * Rings devices together until one answers or the time is up. The first to answer talks; the others are told that
     * the call was answered elsewhere.
     *
     * @param devices at least one
     * @param atMost  how long they ring, in whole seconds
     * @return how it ended without an answer
     * @throws CallEnded after an answered call, and when the caller is gone
     */
    public Ringing.Result ring(Collection<DeviceRef> devices, Duration atMost) {
        return ring(RingPlan.of(devices, atMost));
    }

    /**
     * Rings the members of a plan until one answers (and confirms, where it must) or the time is up.
     *
     * @param plan whom and how
     * @return how it ended without an answer
     * @throws CallEnded after an answered call, and when the caller is gone
     */
    public Ringing.Result ring(RingPlan plan) {
        return ring(plan, "");
    }

    /**
     * The same, with a mark that each leg carries in its channel variable {@code PBX_OFFER}, by which an engine after this one
     * finds out why a phone rings or talks.
     *
     * @param plan whom and how
     * @param mark letters, digits and {@code _ . -}; empty for none
     * @return how it ended without an answer
     * @throws CallEnded after an answered call, and when the caller is gone
     */
    public Ringing.Result ring(RingPlan plan, String mark) {
        var variables = withPosition(plan.variables());
        if (!mark.isEmpty()) {
            variables.add(Map.entry("_PBX_OFFER", mark));
        }
        return Ringing.read(handOver.run("ring", "pbx-ring", variables, plan.atMost(), EndReason.TALKED));
    }

    /**
     * Calls an outside number by a trunk.
     *
     * @param call which number by which trunk
     * @return how it ended without an answer
     * @throws CallEnded after an answered call, and when the caller is gone
     */
    public DialOut.Result dialOut(DialOut call) {
        return DialOut.read(handOver.run("dial", "pbx-dial-out", withPosition(call.variables()), call.atMost(), EndReason.TALKED));
    }

    /**
     * Tells the caller why there will be no talk. Nothing is left to do after it.
     *
     * @param refusal why
     * @return {@link EndReason#REFUSED}
     */
    public EndReason refuse(Refusal refusal) {
        return refuse(refusal, "");
    }

    /**
     * Tells the caller why there will be no talk, in words of our own.
     *
     * @param refusal why
     * @param say     path of what is said; empty for what the dialplan has for it
     * @return {@link EndReason#REFUSED}
     * @throws IllegalArgumentException when the path is none of ours
     */
    public EndReason refuse(Refusal refusal, String say) {
        if (!RingPlan.PROMPT.matcher(say).matches()) {
            throw new IllegalArgumentException("not the path of a prompt");
        }
        line.command(ari -> {
            if (!say.isEmpty()) {
                ari.setVariables(channel.id(), List.of(Map.entry("PBX_SAY", say)));
            }
            ari.continueAt(channel.id(), "pbx-refuse", refusal.key());
        });
        return EndReason.REFUSED;
    }

    /**
     * Ends the call.
     *
     * @param cause Q.850 cause, such as 16 for a normal end or 17 for busy
     * @return {@link EndReason#HUNG_UP}
     */
    public EndReason hangUp(int cause) {
        line.command(ari -> ari.hangUp(channel.id(), cause));
        return EndReason.HUNG_UP;
    }

    /**
     * Lets the caller leave a message.
     *
     * @param box {@code <box number>@<tenant id>}
     * @return {@link EndReason#VOICEMAIL}
     */
    public EndReason voicemail(String box) {
        return handToBox("pbx-voicemail", box);
    }

    /**
     * Lets the caller hear the messages of a box.
     *
     * @param box {@code <box number>@<tenant id>}
     * @return {@link EndReason#VOICEMAIL}
     */
    public EndReason voicemailMain(String box) {
        return handToBox("pbx-voicemail-main", box);
    }

    private EndReason handToBox(String context, String box) {
        if (!BOX.matcher(box).matches()) {
            throw new IllegalArgumentException("not a mailbox");
        }
        return handOver.forGood(context, "s", withPosition(List.of(Map.entry("PBX_BOX", box))), EndReason.VOICEMAIL);
    }

    /**
     * Puts the caller, who is a supervisor, at a talk of others, until that is over or he hangs up.
     *
     * @param mode      extension of the dialplan's context {@code pbx-spy}: {@code listen}, {@code whisper}, {@code barge} or {@code take_over}
     * @param variables what that context must know, by name
     * @return {@link EndReason#TALKED}
     */
    public EndReason supervise(String mode, Map<String, String> variables) {
        return handOver.forGood("pbx-spy", mode, List.copyOf(variables.entrySet()), EndReason.TALKED);
    }

    /**
     * Lets the caller hear itself until it hangs up.
     *
     * @return {@link EndReason#TALKED}
     */
    public EndReason echo() {
        return handOver.forGood("pbx-echo", "s", List.of(), EndReason.TALKED);
    }

    /**
     * Answers and says a number digit by digit, then hangs up.
     *
     * @param digits digits only
     * @return {@link EndReason#TALKED}
     */
    public EndReason sayNumber(String digits) {
        if (digits.isEmpty() || digits.chars().anyMatch(c -> c < '0' || c > '9')) {
            throw new IllegalArgumentException("not a number");
        }
        return handOver.forGood("pbx-say-number", digits, List.of(), EndReason.TALKED);
    }

    /**
     * Leaves the call to the dialplan's own answer, when we cannot decide.
     *
     * @return {@link EndReason#TAKEN_AWAY}
     */
    public EndReason leaveToFallback() {
        line.command(ari -> ari.continueAt(channel.id(), "fallback", dialled()));
        return EndReason.TAKEN_AWAY;
    }

    /** Before the first step of a call that another engine had held: its sounds are stopped. */
    void settle() {
        if (resumed) {
            sound.stopAll();
        }
    }

    /** After the last step: nothing of ours is left playing. */
    void release() {
        sound.release();
    }

    /** The channel carries its position before we hold it, so that another engine could take it up. */
    private void hold() {
        if (position != null && !position.equals(saved)) {
            line.command(ari -> ari.setVariables(channel.id(), position.variables()));
            saved = position;
        }
    }

    private List<Map.Entry<String, String>> withPosition(List<Map.Entry<String, String>> variables) {
        var all = new ArrayList<>(position().map(CallPosition::variables).orElse(List.of()));
        all.addAll(variables);
        saved = position;
        return all;
    }

    /**
     * The channel's id, for logs.
     *
     * @return Asterisk's uniqueid
     */
    public String channelId() {
        return channel.id();
    }

    /**
     * When the call's present node was entered.
     *
     * @return empty before the first node
     */
    public Optional<Instant> enteredAt() {
        return position().map(CallPosition::enteredAt);
    }
}

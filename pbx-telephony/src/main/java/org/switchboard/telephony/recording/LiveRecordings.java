package org.switchboard.telephony.recording;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchboard.telephony.ami.TalkRecorder;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.call.RecordingRef;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.call.StepJournal;
import org.switchboard.telephony.call.TrunkRef;
import org.switchboard.telephony.cdr.CallRecord;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;

/** The recordings of talks that are on: says whether there is one, and starts, pauses, resumes and stops it. What was done is a step of the call. */
public final class LiveRecordings {

    private static final String FIELD = "action";
    private static final String LINKED_ID = "CHANNEL(linkedid)";
    private static final Pattern QUEUE_NODE = Pattern.compile("queue/([0-9a-f]{32})/.*");

    private final AriClient ari;
    private final TalkRecorder recorder;
    private final StepJournal journal;
    private final InstantSource clock;

    /**
     * Puts it together.
     *
     * @param ari      tells which channels a call has
     * @param recorder does it
     * @param journal  where it is written down
     * @param clock    what time it is
     */
    public LiveRecordings(AriClient ari, TalkRecorder recorder, StepJournal journal, InstantSource clock) {
        this.ari = ari;
        this.recorder = recorder;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What the recording of a talk does.
     *
     * @param tenantId the company
     * @param callId   the call
     * @return the state; {@link RecordingState#OFF} when there is none
     * @throws NotFound     when the company has no such call now
     * @throws InvalidInput when Asterisk cannot be asked
     */
    public RecordingState state(UUID tenantId, UUID callId) {
        return state(channels(tenantId, callId));
    }

    /**
     * Does something about the recording of a talk.
     *
     * @param tenantId the company
     * @param callId   the call
     * @param action   what
     * @param by       who wants it, for the history
     * @return the state afterwards
     * @throws NotFound     when the company has no such call now
     * @throws InvalidInput when nobody talks, it cannot be done as the recording is, or Asterisk cannot be told
     */
    public RecordingState perform(UUID tenantId, UUID callId, RecordingAction action, String by) {
        List<AriChannel> channels = channels(tenantId, callId);
        if (!action.isPossible(state(channels))) {
            throw new InvalidInput(FIELD, action.impossible());
        }
        try {
            if (action == RecordingAction.START) {
                start(tenantId, channels);
            } else {
                for (AriChannel channel : channels) {
                    if (RecordingState.of(channel.variable(TalkRecorder.STATE)) != RecordingState.OFF) {
                        change(channel.id(), action);
                    }
                }
            }
        } catch (IOException away) {
            throw new InvalidInput(FIELD, "invalid.recording.away");
        }
        journal.append(new Step(channels.getFirst().variable(LINKED_ID), tenantId, clock.instant(), "recording", by, "recording." + action.value(), "", "",
                List.of(), List.of()));
        return action.leadsTo();
    }

    private void change(String channel, RecordingAction action) throws IOException {
        if (action == RecordingAction.STOP) {
            recorder.stop(channel);
        } else {
            recorder.silence(channel, action == RecordingAction.PAUSE);
        }
    }

    /** The customer's channel lives through transfers; where there is none, the caller's. */
    private void start(UUID tenantId, List<AriChannel> channels) throws IOException {
        List<AriChannel> talking = channels.stream().filter(channel -> channel.state().equals("Up")).toList();
        Optional<AriChannel> customer = talking.stream().filter(channel -> TrunkRef.isTrunk(channel.endpoint())).findFirst();
        if (talking.size() < 2) {
            throw new InvalidInput(FIELD, "invalid.recording.nobodyTalks");
        }
        AriChannel channel = customer.orElse(talking.getFirst());
        var ref = new RecordingRef(UUID.randomUUID(), tenantId,
                customer.isPresent() ? RecordingRef.Party.CUSTOMER : RecordingRef.Party.OURS, RecordingRef.Reason.DEMAND, queue(channels), null);
        if (!recorder.start(channel.id(), ref.file(channel.variable(LINKED_ID), channel.id()))) {
            throw new InvalidInput(FIELD, "invalid.recording.nobodyTalks");
        }
    }

    /** The queue in which the caller waited before, so that its supervisors may hear the recording. */
    private static UUID queue(List<AriChannel> channels) {
        return channels.stream().map(channel -> QUEUE_NODE.matcher(channel.variable("PBX_NODE"))).filter(Matcher::matches)
                .map(found -> new UUID(Long.parseUnsignedLong(found.group(1), 0, 16, 16), Long.parseUnsignedLong(found.group(1), 16, 32, 16))).findFirst().orElse(null);
    }

    private static RecordingState state(List<AriChannel> channels) {
        return channels.stream().map(channel -> RecordingState.of(channel.variable(TalkRecorder.STATE)))
                .max(Comparator.naturalOrder()).orElse(RecordingState.OFF);
    }

    /** The phones' channels of a call, oldest first. */
    private List<AriChannel> channels(UUID tenantId, UUID callId) {
        List<AriChannel> channels;
        try {
            channels = ari.channels().stream()
                    .filter(channel -> channel.tenantid().equals(tenantId.toString()) && !channel.endpoint().isEmpty())
                    .filter(channel -> CallRecord.idOf(channel.variable(LINKED_ID)).equals(callId))
                    .sorted(Comparator.comparing(AriChannel::creationtime, Comparator.nullsFirst(Comparator.naturalOrder())))
                    .toList();
        } catch (AriException away) {
            throw new InvalidInput(FIELD, "invalid.recording.away");
        }
        if (channels.isEmpty()) {
            throw new NotFound("call", callId.toString());
        }
        return channels;
    }
}

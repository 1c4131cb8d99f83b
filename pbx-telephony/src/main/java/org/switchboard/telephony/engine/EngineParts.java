package org.switchboard.telephony.engine;

import java.util.function.Predicate;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.voicemail.VoicemailAccess;

/**
 * What the engine needs from its house.
 *
 * @param sounds    what callers are played
 * @param voicemail who may listen to a voicemail box
 * @param prompts   keeps prompts that are recorded by phone
 * @param queues    where callers wait for agents
 * @param onCall    whether a device is in a call now
 * @param floor     the star codes of agents and supervisors
 * @param callbacks what agents' phones that were rung for callbacks do
 */
public record EngineParts(Sounds sounds, VoicemailAccess voicemail, PromptKeeper prompts, QueueWaiting queues,
                          Predicate<DeviceRef> onCall, FloorCodes floor, CallbackLegs callbacks) {
}

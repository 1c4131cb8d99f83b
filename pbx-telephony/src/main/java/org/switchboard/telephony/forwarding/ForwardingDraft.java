package org.switchboard.telephony.forwarding;

import java.util.EnumMap;
import java.util.Map;
import org.switchboard.telephony.destination.DestinationDraft;

/**
 * Where an extension's calls shall go. Null means: not forwarded; for callers from outside, as for those from inside.
 *
 * @param always               at once, without ringing
 * @param busy                 when it is on the phone, declines, or does not want to be disturbed
 * @param noAnswer             when nobody answers in time
 * @param notRegistered        when it has no phone that can be reached
 * @param outsideAlways        at once, for callers from outside
 * @param outsideBusy          when busy, for callers from outside
 * @param outsideNoAnswer      when nobody answers, for callers from outside
 * @param outsideNotRegistered when no phone can be reached, for callers from outside
 */
public record ForwardingDraft(DestinationDraft always, DestinationDraft busy, DestinationDraft noAnswer, DestinationDraft notRegistered,
                              DestinationDraft outsideAlways, DestinationDraft outsideBusy, DestinationDraft outsideNoAnswer,
                              DestinationDraft outsideNotRegistered) {

    /**
     * Makes a draft.
     *
     * @param ways where each leads; those that are missing or null lead nowhere
     * @return the draft
     */
    public static ForwardingDraft of(Map<ForwardWhen, DestinationDraft> ways) {
        return new ForwardingDraft(ways.get(ForwardWhen.ALWAYS), ways.get(ForwardWhen.BUSY), ways.get(ForwardWhen.NO_ANSWER),
                ways.get(ForwardWhen.NOT_REGISTERED), ways.get(ForwardWhen.OUTSIDE_ALWAYS), ways.get(ForwardWhen.OUTSIDE_BUSY),
                ways.get(ForwardWhen.OUTSIDE_NO_ANSWER), ways.get(ForwardWhen.OUTSIDE_NOT_REGISTERED));
    }

    /**
     * Where each leads.
     *
     * @return one entry for each, null where it leads nowhere
     */
    public Map<ForwardWhen, DestinationDraft> ways() {
        Map<ForwardWhen, DestinationDraft> ways = new EnumMap<>(ForwardWhen.class);
        for (ForwardWhen when : ForwardWhen.values()) {
            ways.put(when, switch (when) {
                case ALWAYS -> always;
                case BUSY -> busy;
                case NO_ANSWER -> noAnswer;
                case NOT_REGISTERED -> notRegistered;
                case OUTSIDE_ALWAYS -> outsideAlways;
                case OUTSIDE_BUSY -> outsideBusy;
                case OUTSIDE_NO_ANSWER -> outsideNoAnswer;
                case OUTSIDE_NOT_REGISTERED -> outsideNotRegistered;
            });
        }
        return ways;
    }
}

package org.switchboard.telephony.ringgroup;

/**
 * Who rings in a group: an extension or a number outside.
 *
 * @param extension     the extension's number; null for a number outside
 * @param name          the extension's name; the number itself for one outside
 * @param outsideNumber a number in E.164 form; null for an extension
 * @param delaySeconds  how long after the others it begins to ring, in seconds, where all ring together
 */
public record RingGroupMember(String extension, String name, String outsideNumber, int delaySeconds) {

    /**
     * The same as it can be edited.
     *
     * @return a draft
     */
    public RingGroupMemberDraft draft() {
        return new RingGroupMemberDraft(extension, outsideNumber, delaySeconds);
    }
}

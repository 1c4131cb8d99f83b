package org.switchboard.telephony.ringgroup;

import org.switchboard.telephony.input.Text;

/**
 * Who shall ring in a group: an extension or a number outside, not both.
 *
 * @param extension     number of an extension of the company; null or empty for a number outside
 * @param outsideNumber a number in E.164 form; null or empty for an extension
 * @param delaySeconds  0 to 60: how long after the others it begins to ring, where all ring together; null means 0
 */
public record RingGroupMemberDraft(String extension, String outsideNumber, Integer delaySeconds) {

    /** Takes blanks off both ends and fills in the default. */
    public RingGroupMemberDraft {
        extension = Text.stripped(extension);
        extension = extension == null || extension.isEmpty() ? null : extension;
        outsideNumber = Text.stripped(outsideNumber);
        outsideNumber = outsideNumber == null || outsideNumber.isEmpty() ? null : outsideNumber;
        delaySeconds = delaySeconds == null ? 0 : delaySeconds;
    }
}

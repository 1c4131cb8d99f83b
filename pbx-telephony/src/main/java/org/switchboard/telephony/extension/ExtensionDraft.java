package org.switchboard.telephony.extension;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants an extension to be.
 *
 * @param number           2 to 6 digits, the first not 0; unique in the company
 * @param name             1 to 60 characters on one line
 * @param userId           a user of the same company; null for nobody
 * @param ringSeconds      5 to 120; null means {@value #DEFAULT_RING_SECONDS}
 * @param mayCall          null means {@link CallPermission#INTERNAL}
 * @param doNotDisturb     whether its devices stay silent; null means no
 * @param callerIdNumberId a number of the same company; null leaves it to the route, the trunk or the company
 * @param hideCallerId     whether people outside see no number; null means no
 */
public record ExtensionDraft(
        @NotNull(message = "{invalid.extension.number}") @Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.extension.number}") String number,
        @NotNull(message = "{invalid.extension.name}") @Size(min = 1, max = 60, message = "{invalid.extension.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        UUID userId,
        @Min(value = 5, message = "{invalid.extension.ringSeconds}") @Max(value = 120, message = "{invalid.extension.ringSeconds}") Integer ringSeconds,
        CallPermission mayCall,
        Boolean doNotDisturb,
        UUID callerIdNumberId,
        Boolean hideCallerId) {

    /** How long an extension rings when nobody says otherwise, in seconds: five rings. */
    public static final int DEFAULT_RING_SECONDS = 25;

    /** Takes blanks off both ends and fills in the defaults. */
    public ExtensionDraft {
        number = Text.stripped(number);
        name = Text.stripped(name);
        ringSeconds = ringSeconds == null ? DEFAULT_RING_SECONDS : ringSeconds;
        mayCall = mayCall == null ? CallPermission.INTERNAL : mayCall;
        doNotDisturb = Boolean.TRUE.equals(doNotDisturb);
        hideCallerId = Boolean.TRUE.equals(hideCallerId);
    }

    /**
     * An extension that can be disturbed and shows the number that its calls have anyway.
     *
     * @param number      2 to 6 digits, the first not 0; unique in the company
     * @param name        1 to 60 characters on one line
     * @param userId      a user of the same company; null for nobody
     * @param ringSeconds 5 to 120; null means {@value #DEFAULT_RING_SECONDS}
     * @param mayCall     null means {@link CallPermission#INTERNAL}
     */
    public ExtensionDraft(String number, String name, UUID userId, Integer ringSeconds, CallPermission mayCall) {
        this(number, name, userId, ringSeconds, mayCall, null, null, null);
    }

    /**
     * The same with another number and name.
     *
     * @param other     the number
     * @param otherName the name
     * @return a draft
     */
    public ExtensionDraft withIdentity(String other, String otherName) {
        return new ExtensionDraft(other, otherName, userId, ringSeconds, mayCall, doNotDisturb, callerIdNumberId, hideCallerId);
    }

    /**
     * The same as somebody else's.
     *
     * @param other the user; null for nobody
     * @return a draft
     */
    public ExtensionDraft withUserId(UUID other) {
        return new ExtensionDraft(number, name, other, ringSeconds, mayCall, doNotDisturb, callerIdNumberId, hideCallerId);
    }

    /**
     * The same with other rights, and another time to ring.
     *
     * @param seconds    how long it rings; null means the default
     * @param permission whom it may call; null means the default
     * @param callerId   a number of the company; null leaves it open
     * @param hide       whether people outside see no number
     * @return a draft
     */
    public ExtensionDraft withCalls(Integer seconds, CallPermission permission, UUID callerId, boolean hide) {
        return new ExtensionDraft(number, name, userId, seconds, permission, doNotDisturb, callerId, hide);
    }

    /**
     * The same, to be disturbed or not.
     *
     * @param silent whether its devices stay silent
     * @return a draft
     */
    public ExtensionDraft withDoNotDisturb(boolean silent) {
        return new ExtensionDraft(number, name, userId, ringSeconds, mayCall, silent, callerIdNumberId, hideCallerId);
    }
}

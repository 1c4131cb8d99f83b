package org.switchboard.telephony.ringgroup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants a ring group to be.
 *
 * @param name           1 to 60 characters on one line; unique among the company's groups
 * @param number         2 to 6 digits that extensions dial for it; null when it cannot be dialled
 * @param strategy       who rings when; null means {@link RingStrategy#RING_ALL}
 * @param ringSeconds    5 to 120: how long all ring together, or each one alone; null means {@value #DEFAULT_RING_SECONDS}
 * @param skipBusy       whether members who are on the phone are left out; null means yes
 * @param confirmOutside whether members outside have to press 1; null means yes
 * @param members        who rings, in order, at most {@value #MAX_MEMBERS} and nobody twice; null means nobody
 * @param noAnswer       where it leads when nobody answers; null ends the call
 */
public record RingGroupDraft(
        @NotNull(message = "{invalid.flow.name}") @Size(min = 1, max = 60, message = "{invalid.flow.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.flow.number}") String number,
        RingStrategy strategy,
        @Min(value = 5, message = "{invalid.extension.ringSeconds}") @Max(value = 120, message = "{invalid.extension.ringSeconds}") Integer ringSeconds,
        Boolean skipBusy,
        Boolean confirmOutside,
        List<RingGroupMemberDraft> members,
        DestinationDraft noAnswer) {

    /** How long a group rings when nobody says otherwise, in seconds: four rings. */
    public static final int DEFAULT_RING_SECONDS = 20;

    /** Most members of a group. */
    public static final int MAX_MEMBERS = 50;

    /** Takes blanks off both ends and fills in the defaults. */
    public RingGroupDraft {
        name = Text.stripped(name);
        number = Text.stripped(number);
        strategy = strategy == null ? RingStrategy.RING_ALL : strategy;
        ringSeconds = ringSeconds == null ? DEFAULT_RING_SECONDS : ringSeconds;
        skipBusy = !Boolean.FALSE.equals(skipBusy);
        confirmOutside = !Boolean.FALSE.equals(confirmOutside);
        // May have nulls in it, which the service refuses by the field's name.
        members = members == null ? List.of() : Collections.unmodifiableList(members);
    }

    /**
     * The same without members and way out: what is stored in its own row.
     *
     * @return a draft
     */
    RingGroupDraft withoutRest() {
        return new RingGroupDraft(name, number, strategy, ringSeconds, skipBusy, confirmOutside, null, null);
    }
}

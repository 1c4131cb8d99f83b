package org.switchboard.telephony.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom to ring together, and how.
 *
 * @param members       at least one
 * @param atMost        how long all of it may take, in whole seconds
 * @param music         whether the caller hears music rather than the ringing tone
 * @param shows         the device whose number and name the caller's phone shows; empty to leave what it shows
 * @param confirmPrompt path of what a member that must confirm hears ("press 1 to accept"); empty for Asterisk's own words
 */
public record RingPlan(List<Member> members, Duration atMost, boolean music, Optional<DeviceRef> shows, String confirmPrompt) {

    /** Prompts are files that we name; nothing else may stand in an application's arguments. */
    static final Pattern PROMPT = Pattern.compile("[A-Za-z0-9/_.-]{0,250}");

    /**
     * Copies the members and checks the path.
     *
     * @throws IllegalArgumentException when there is nobody to ring, or the path is none of ours
     */
    public RingPlan {
        members = List.copyOf(members);
        Objects.requireNonNull(atMost);
        Objects.requireNonNull(shows);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("nobody to ring");
        }
        if (!PROMPT.matcher(confirmPrompt).matches()) {
            throw new IllegalArgumentException("not the path of a prompt");
        }
    }

    /**
     * All devices of one extension at once.
     *
     * @param devices at least one
     * @param atMost  how long they ring, in whole seconds
     * @return a plan that shows the caller whom it reaches
     */
    public static RingPlan of(Collection<DeviceRef> devices, Duration atMost) {
        return new RingPlan(devices.stream().map(Member::of).toList(), atMost, false, devices.stream().findFirst(), "");
    }

    /**
     * One of those who ring.
     *
     * @param target   whom
     * @param delay    how long it waits before it rings, in whole seconds
     * @param confirm  whether the answering one must press 1, so that no mailbox of a mobile takes the call
     * @param skipBusy whether it is left out while it is on the phone
     */
    public record Member(Target target, Duration delay, boolean confirm, boolean skipBusy) {

        /** Checks that nothing is missing. */
        public Member {
            Objects.requireNonNull(target);
            Objects.requireNonNull(delay);
        }

        /**
         * Rings at once.
         *
         * @param device whom
         * @return a member without delay or confirmation
         */
        public static Member of(DeviceRef device) {
            return new Member(new Device(device), Duration.ZERO, false, false);
        }

        /** A plain device is dialled directly; all else goes by a channel of its own through the dialplan. */
        private String dialString() {
            if (target instanceof Device(var device) && delay.isZero() && !confirm && !skipBusy) {
                return "PJSIP/" + device.sipUsername();
            }
            var flags = (confirm ? "c" : "n") + (skipBusy ? "b" : "n");
            return "Local/m_" + delay.toSeconds() + "_" + flags + "_" + switch (target) {
                case Device(var device) -> device.sipUsername();
                case Outside(var call) -> call.trunk().endpoint() + "_" + call.number() + "_" + call.limit();
            } + "@pbx-member";
        }
    }

    /** Whom a member is reached at. */
    public sealed interface Target {
    }

    /**
     * A device of the company.
     *
     * @param device which
     */
    public record Device(DeviceRef device) implements Target {
    }

    /**
     * An outside number. Its own time does not count: the plan's does.
     *
     * @param call by which trunk, and what it sees of the caller; all outside members of a plan see the same
     */
    public record Outside(DialOut call) implements Target {
    }

    List<Map.Entry<String, String>> variables() {
        var variables = new ArrayList<Map.Entry<String, String>>();
        variables.add(Map.entry("PBX_RING", members.stream().map(Member::dialString).collect(Collectors.joining("&"))));
        variables.add(Map.entry("PBX_SECONDS", Long.toString(atMost.toSeconds())));
        variables.add(Map.entry("PBX_SHOWS", shows.map(DeviceRef::sipUsername).orElse("")));
        variables.add(Map.entry("PBX_MUSIC", music ? "m" : ""));
        if (members.stream().anyMatch(Member::confirm)) {
            variables.add(Map.entry("__PBX_CONFIRM", confirmPrompt));
        }
        members.stream().map(Member::target).filter(Outside.class::isInstance).map(Outside.class::cast).findFirst()
                .ifPresent(outside -> variables.addAll(outside.call().shown().variables()));
        return variables;
    }
}

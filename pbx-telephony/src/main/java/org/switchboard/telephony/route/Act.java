package org.switchboard.telephony.route;

import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.destination.HangupKind;
import org.switchboard.telephony.plan.PlannedMenu;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.PlannedTrunk;

/** What is to be done with a caller now. Those marked so end our part in the call. */
public sealed interface Act {

    /**
     * Rings phones until one answers, which ends our part, or the time is up.
     *
     * @param members who rings, at least one
     * @param seconds how long
     */
    record Ring(List<Member> members, int seconds) implements Act {

        /** Copies the members. */
        public Ring {
            members = List.copyOf(members);
        }
    }

    /** One of those who ring. */
    sealed interface Member {

        /**
         * How much later than the others it begins to ring.
         *
         * @return seconds
         */
        int delaySeconds();

        /**
         * Devices of an extension.
         *
         * @param extensionId  whose
         * @param devices      at least one
         * @param delaySeconds how much later than the others
         */
        record Devices(UUID extensionId, List<DeviceRef> devices, int delaySeconds) implements Member {

            /** Copies the devices. */
            public Devices {
                devices = List.copyOf(devices);
            }
        }

        /**
         * A phone outside.
         *
         * @param way          how it is reached
         * @param delaySeconds how much later than the others
         * @param confirm      whether it must press 1
         */
        record Outside(Way way, int delaySeconds, boolean confirm) implements Member {
        }
    }

    /**
     * How a number outside is reached.
     *
     * @param trunk     over which trunk
     * @param digits    what is sent to the provider: digits, perhaps after a plus
     * @param callerId  the E.164 number shown; null for none
     * @param hidden    whether the callee is asked to see nobody's number
     * @param emergency whether it is a call for help, which no limit may stop
     */
    record Way(PlannedTrunk trunk, String digits, String callerId, boolean hidden, boolean emergency) {
    }

    /**
     * Calls a number outside; an answer ends our part.
     *
     * @param way     how
     * @param seconds how long it may ring
     */
    record DialOut(Way way, int seconds) implements Act {
    }

    /**
     * Plays a menu and listens.
     *
     * @param menu the menu
     * @param turn which time it is played, from 0
     * @param why  what is said first
     */
    record Listen(PlannedMenu menu, int turn, Preface why) implements Act {
    }

    /** What is said before a menu is played again. */
    enum Preface {
        /** Nothing: it is the first time. */
        NONE,
        /** That no key was heard. */
        NO_INPUT,
        /** That the key means nothing here. */
        WRONG_INPUT
    }

    /**
     * Lets the caller wait for an agent, whose answer ends our part.
     *
     * @param queue    where
     * @param priority 1 to 10: the higher, the earlier
     */
    record WaitInQueue(PlannedQueue queue, int priority) implements Act {
    }

    /**
     * Plays a prompt to its end.
     *
     * @param promptId the prompt
     */
    record Play(UUID promptId) implements Act {
    }

    /**
     * Takes a message; ends our part.
     *
     * @param boxNumber number of the voicemail box
     */
    record TakeMessage(String boxNumber) implements Act {
    }

    /**
     * Serves the caller itself; ends our part.
     *
     * @param service  which service
     * @param argument what was dialled behind its code, or what it is about; empty for nothing
     */
    record Serve(ServiceCode service, String argument) implements Act {
    }

    /**
     * Switches opening hours by hand, and says what they are now; ends our part.
     *
     * @param scheduleId the opening hours
     */
    record SwitchHours(UUID scheduleId) implements Act {
    }

    /**
     * Tells the caller why there will be no talk; ends our part.
     *
     * @param refusal why
     */
    record Refuse(Refusal refusal) implements Act {
    }

    /**
     * Hangs up; ends our part.
     *
     * @param kind  how
     * @param words whether the caller is told goodbye first
     */
    record HangUp(HangupKind kind, boolean words) implements Act {
    }
}

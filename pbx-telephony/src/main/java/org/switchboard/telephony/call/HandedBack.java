package org.switchboard.telephony.call;

import java.util.List;
import java.util.Optional;

/**
 * What the dialplan reports when a channel comes back: {@code Stasis(pbx,back,<what>,<turn>,<results…>)}.
 *
 * @param what    what was handed over, such as {@code ring}
 * @param turn    which hand-over of this call it answers, so that a report that is heard twice counts once
 * @param results what became of it
 */
record HandedBack(String what, int turn, List<String> results) {

    /** Copies the results. */
    HandedBack {
        results = List.copyOf(results);
    }

    static Optional<HandedBack> of(List<String> args) {
        if (args.size() < 3 || !args.getFirst().equals("back") || !args.get(2).matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        return Optional.of(new HandedBack(args.get(1), Integer.parseInt(args.get(2)), args.subList(3, args.size())));
    }

    /**
     * One of the results.
     *
     * @param index counted from 0
     * @return empty text when it was not reported
     */
    String result(int index) {
        return index < results.size() ? results.get(index) : "";
    }
}

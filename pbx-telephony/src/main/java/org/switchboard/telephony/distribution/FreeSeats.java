package org.switchboard.telephony.distribution;

import java.util.ArrayList;
import java.util.List;

/** The free agents of one tier of a queue, in no order. Adding and removing take the same time however many there are. */
final class FreeSeats {

    final int tier;
    private final List<Seat> seats = new ArrayList<>();

    FreeSeats(int tier) {
        this.tier = tier;
    }

    void add(Seat seat) {
        seat.freeIndex = seats.size();
        seats.add(seat);
    }

    void remove(Seat seat) {
        Seat last = seats.removeLast();
        if (last != seat) {
            seats.set(seat.freeIndex, last);
            last.freeIndex = seat.freeIndex;
        }
        seat.freeIndex = -1;
    }

    List<Seat> all() {
        return seats;
    }
}

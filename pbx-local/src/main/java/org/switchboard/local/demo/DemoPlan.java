package org.switchboard.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.switchboard.local.phone.AgentPhone.Habit;
import org.switchboard.local.phone.Customer;

/**
 * Who calls when, and how agents are: all of it chance, and the same for the same seed. Customers arrive as independent people do
 * (a Poisson process), more often in the second quarter of the time.
 *
 * @param customers who calls, the earliest first
 * @param staff     the agents
 */
record DemoPlan(List<Customer> customers, List<Member> staff) {

    /** However long it goes on. */
    static final int MOST_CALLS = 300;

    private static final double CALLS_A_MINUTE = 2.6;
    private static final double BUSY = 2.4;
    private static final double ASK_FOR_CALLBACK = 0.08;
    private static final double LEAVE_A_MESSAGE = 0.06;
    private static final double IN_A_HURRY = 0.2;
    private static final int TURNS = 40;
    private static final double MILLIS_A_MINUTE = 60_000;

    /**
     * An agent.
     *
     * @param number the extension's, and the agent's
     * @param name   what people call him
     * @param habits what his phone does, call after call
     * @param gone   whether his phone vanishes in the middle of the time, and comes back
     * @param pauses whether he pauses now and then
     */
    record Member(String number, String name, List<Habit> habits, boolean gone, boolean pauses) {
    }

    /**
     * Makes a plan.
     *
     * @param minutes how long customers arrive
     * @param calls   the number that they call
     * @param callback the key by which the queue calls back
     * @param message the key by which it takes a message
     */
    static DemoPlan of(int minutes, RandomGenerator chance, String calls, String callback, String message) {
        return new DemoPlan(customers(minutes, chance, calls, callback, message), List.of(
                new Member("861", "Grace (quick)", habits(chance, 1, 3, 15, 50, 0, 0), false, true),
                new Member("862", "Henry (slow)", habits(chance, 5, 12, 60, 150, 0, 0), false, true),
                new Member("863", "Irene (declines)", habits(chance, 1, 4, 30, 80, 0.25, 0), false, false),
                new Member("864", "Jacob (lets ring)", habits(chance, 2, 6, 30, 90, 0, 0.3), false, true),
                new Member("865", "Karen (vanishes)", habits(chance, 1, 4, 25, 70, 0, 0), true, false),
                new Member("866", "Louis", habits(chance, 2, 5, 30, 90, 0, 0), false, true)));
    }

    /** Numbers of those who press the key to leave a message: one key only, for a callback is confirmed by another. */
    Set<String> leaveMessages() {
        return customers.stream().filter(customer -> customer.keys().length() == 1).map(Customer::number).collect(Collectors.toSet());
    }

    private static List<Customer> customers(int minutes, RandomGenerator chance, String calls, String callback, String message) {
        var customers = new ArrayList<Customer>();
        double at = 0;
        // Thinned: drawn at the busiest rate, and kept by the rate of its moment.
        double most = CALLS_A_MINUTE * BUSY / MILLIS_A_MINUTE;
        double end = minutes * MILLIS_A_MINUTE;
        while (customers.size() < MOST_CALLS) {
            at += -Math.log(1 - chance.nextDouble()) / most;
            if (at >= end) {
                return customers;
            }
            boolean busy = at >= end / 4 && at < end / 2;
            if (chance.nextDouble() < (busy ? 1 : 1 / BUSY)) {
                customers.add(customer(customers.size(), Duration.ofMillis(Math.round(at)), chance, calls, callback, message));
            }
        }
        return customers;
    }

    private static Customer customer(int index, Duration at, RandomGenerator chance, String calls, String callback, String message) {
        double kind = chance.nextDouble();
        String keys = kind < ASK_FOR_CALLBACK ? callback + "1" : kind < ASK_FOR_CALLBACK + LEAVE_A_MESSAGE ? message : "";
        long seconds = chance.nextDouble() < IN_A_HURRY ? chance.nextLong(5, 30) : chance.nextLong(180, 300);
        return new Customer("+1202555%04d".formatted(1_000 + index), calls, at, Duration.ofSeconds(keys.equals(message) ? 25 : seconds), keys);
    }

    private static List<Habit> habits(RandomGenerator chance, double ringFrom, double ringTo, double talkFrom, double talkTo, double declines,
                                      double letsRing) {
        var habits = new ArrayList<Habit>();
        for (int i = 0; i < TURNS; i++) {
            double kind = chance.nextDouble();
            if (kind < declines) {
                habits.add(Habit.declines(ringFrom));
            } else {
                habits.add(Habit.answers(kind < declines + letsRing ? MILLIS_A_MINUTE / 1_000 : chance.nextDouble(ringFrom, ringTo),
                        chance.nextDouble(talkFrom, talkTo)));
            }
        }
        return List.copyOf(habits);
    }
}

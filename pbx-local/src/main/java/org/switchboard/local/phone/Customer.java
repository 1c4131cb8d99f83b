package org.switchboard.local.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Somebody who calls a company from outside, see {@code customer.xml}.
 *
 * @param number his own
 * @param calls the number that he calls
 * @param after how long after the start of all
 * @param patience how long he waits, or talks, before he hangs up
 * @param keys what he presses while he waits, at most two; empty for nothing
 */
public record Customer(String number, String calls, Duration after, Duration patience, String keys) {

    private static final int MOST_KEYS = 2;
    private static final String NONE = "-";
    private static final int STARTED_A_SECOND = 200;

    /** Refuses more keys than there can be. */
    public Customer {
        if (keys.length() > MOST_KEYS) {
            throw new IllegalArgumentException("too many keys: " + keys);
        }
    }

    /**
     * Lets them all begin their waiting; each calls when it is time.
     *
     * @param customers who
     * @param folder where files go
     * @param address of 127.0.0.0/8 by which the PBX knows their telephone company
     * @param port of this address
     * @param pbxPort the PBX's SIP port
     * @param limit after which all end whatever they do
     */
    public static Sipp start(List<Customer> customers, Path folder, String address, int port, int pbxPort, Duration limit) {
        return Sipp.start(new SippPlan("customer", folder, address, port, pbxPort, customers.stream().map(Customer::fields).toList(),
                STARTED_A_SECOND, customers.size(), limit, true));
    }

    private List<String> fields() {
        return List.of(number, calls, "" + Math.max(1, after.toMillis()), "" + patience.toMillis(), key(0), key(1));
    }

    private String key(int index) {
        return index < keys.length() ? keys.substring(index, index + 1) : NONE;
    }
}

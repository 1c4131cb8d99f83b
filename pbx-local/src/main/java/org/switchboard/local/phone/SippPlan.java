package org.switchboard.local.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What SIPp is to do, once. Bounded always: in count, and in time. All of it stays on this machine.
 *
 * @param scenario name of a scenario beside this class, without {@code .xml}
 * @param folder where its files go; made when absent
 * @param address its own, of 127.0.0.0/8
 * @param localPort its UDP port there
 * @param target port of the telephone system on 127.0.0.1; 0 for a scenario that only waits to be called
 * @param fields what {@code [field0]}… stand for, one list for each call, taken in turn
 * @param rate calls begun in a second
 * @param calls how many in all
 * @param limit after which it is ended whatever it does
 * @param patient whether it waits for messages as long as the scenario says; else nothing may take longer than a few seconds
 */
public record SippPlan(String scenario, Path folder, String address, int localPort, int target, List<List<String>> fields, double rate,
                       int calls, Duration limit, boolean patient) {

    /** A message that is not there by then counts as a failure: nobody waits longer in front of a silent phone. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(8);

    /** Refuses an address that is not this machine's. */
    public SippPlan {
        if (!address.startsWith("127.")) {
            throw new IllegalArgumentException("SIPp stays on this machine");
        }
    }

    /** A plan from 127.0.0.1 in which nothing takes longer than a few seconds. */
    public SippPlan(String scenario, Path folder, int localPort, int target, List<List<String>> fields, double rate, int calls, Duration limit) {
        this(scenario, folder, "127.0.0.1", localPort, target, fields, rate, calls, limit, false);
    }

    /** SIPp's own keyword for a digest answer (SIPp reference, "Authentication"). */
    public static String authentication(String username, String password) {
        return "[authentication username=" + username + " password=" + password + "]";
    }

    /** The command line; files are relative to the folder. */
    List<String> command() {
        var command = new ArrayList<>(List.of("sipp"));
        if (target != 0) {
            command.add("127.0.0.1:" + target);
        }
        command.addAll(List.of("-sf", scenario + ".xml", "-i", address, "-p", "" + localPort, "-t", "u1",
                "-m", "" + calls, "-r", "" + Math.max(1, Math.round(rate)), "-l", "10000", "-timeout",
                limit.toSeconds() + "s", "-timer_resol", "1", "-nostdin", "-trace_err", "-trace_stat", "-fd", "1"));
        if (patient) {
            command.add("-trace_logs");
        }
        if (target != 0) {
            command.addAll(List.of("-trace_rtt", "-rtt_freq", "1"));
        }
        if (target != 0 && !patient) {
            command.addAll(List.of("-recv_timeout", "" + ANSWER_LIMIT.toMillis()));
        }
        if (!fields.isEmpty()) {
            command.addAll(List.of("-inf", "fields.csv"));
        }
        return command;
    }

    /** The injection file; SIPp begins again at its top when it runs out of lines. */
    String fieldsFile() {
        var text = new StringBuilder("SEQUENTIAL\n");
        for (List<String> line : fields) {
            text.append(String.join(";", line)).append(";\n");
        }
        return text.toString();
    }
}

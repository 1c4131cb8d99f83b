package org.switchboard.telephony.cdr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.cdr.CallEventRepository.StagedLine;
import org.switchboard.telephony.spool.MalformedRecord;
import org.switchboard.telephony.spool.RejectFile;
import org.switchboard.telephony.spool.SpoolBatch;
import org.switchboard.telephony.spool.SpoolBatch.Line;
import org.switchboard.telephony.spool.SpoolFormat;
import org.switchboard.telephony.spool.SpoolPositions;

/**
 * Takes batches of records into the database: lines of open calls are staged, calls that have ended become records, and the
 * file's position moves, all in one transaction. So each record counts exactly once, wherever the process dies.
 * For one thread.
 */
final class CallIntake {

    private final SpoolPositions positions;
    private final CallEventRepository events;
    private final CallRecordRepository records;
    private final CallProjection projection = new CallProjection();
    private final TransactionTemplate transaction;
    private final TransactionTemplate nested;
    private final RejectFile rejects;
    private final Map<String, SpoolFormat<CallEvent>> formats;
    private final EngineRuns runs = new EngineRuns();
    private final Set<String> open;

    CallIntake(JdbcTemplate jdbc, TransactionTemplate transaction, RejectFile rejects, Collection<SpoolFormat<CallEvent>> formats) {
        this.positions = new SpoolPositions(JdbcClient.create(jdbc));
        this.events = new CallEventRepository(jdbc);
        this.records = new CallRecordRepository(jdbc);
        this.transaction = transaction;
        this.nested = new TransactionTemplate(transaction.getTransactionManager());
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.rejects = rejects;
        this.formats = formats.stream().collect(Collectors.toMap(SpoolFormat::spool, format -> format));
        this.open = transaction.execute(status -> events.openCalls());
    }

    /**
     * How far the files of a witness were read.
     *
     * @param spool the witness
     * @return positions by file key
     */
    Map<String, Long> positions(String spool) {
        return transaction.execute(status -> positions.of(spool));
    }

    /**
     * Takes a batch in.
     *
     * @param batch the batch
     * @return how many calls it completed
     * @throws org.switchboard.telephony.spool.StaleSpoolPosition when another process has read these records
     * @throws org.springframework.dao.DataAccessException when the database cannot be used; nothing has changed then
     */
    int take(SpoolBatch<CallEvent> batch) {
        Changes changes = new Changes(batch.spool());
        for (Line<CallEvent> line : batch.lines()) {
            changes.see(line);
        }
        return commit(batch, changes);
    }

    /**
     * Closes the calls that were on when Asterisk stopped.
     *
     * @param startedAt when Asterisk started again: calls of before are over
     * @return how many there were
     */
    int closeCallsBefore(Instant startedAt) {
        Changes changes = new Changes("channels");
        open.stream().filter(linkedId -> EngineRuns.isBefore(linkedId, startedAt)).forEach(changes.cutShort::add);
        if (changes.cutShort.isEmpty()) {
            return 0;
        }
        return commit(null, changes);
    }

    /** What a batch changes. */
    private final class Changes {

        private final String spool;
        private final Map<String, List<Line<CallEvent>>> byCall = new LinkedHashMap<>();
        private final Set<String> ended = new LinkedHashSet<>();
        private final Set<String> cutShort = new LinkedHashSet<>();
        private final Set<String> late = new HashSet<>();

        private Changes(String spool) {
            this.spool = spool;
        }

        private void see(Line<CallEvent> line) {
            switch (line.event()) {
                case CallEvent.StepTaken taken -> add(line);
                case ChannelEvent event -> {
                    if (runs.isNewRun(event)) {
                        Stream.concat(open.stream(), byCall.keySet().stream())
                                .filter(linkedId -> !ended.contains(linkedId) && runs.isOfEarlierRun(linkedId, event))
                                .forEach(cutShort::add);
                    }
                    if (event.tenantId() != null && event.isLeg()) {
                        add(line);
                    }
                    if (event.type() == ChannelEventType.LINKEDID_END && (open.contains(event.linkedId()) || byCall.containsKey(event.linkedId()))) {
                        ended.add(event.linkedId());
                    }
                }
            }
        }

        private void add(Line<CallEvent> line) {
            byCall.computeIfAbsent(line.event().linkedId(), linkedId -> new ArrayList<>()).add(line);
        }
    }

    private int commit(SpoolBatch<CallEvent> batch, Changes changes) {
        changes.byCall.values().forEach(lines -> lines.forEach(line -> preparePartition(line.event())));
        int completed = transaction.execute(status -> {
            if (batch != null) {
                positions.advance(batch);
            }
            changes.late.addAll(addLateSteps(changes));
            List<CallRecord> calls = completed(changes);
            stageRest(changes);
            insert(calls);
            return calls.size();
        });
        open.addAll(changes.byCall.keySet());
        open.removeAll(changes.late);
        open.removeAll(changes.ended);
        open.removeAll(changes.cutShort);
        return completed;
    }

    /** In a transaction of its own, for making a partition locks the whole table. */
    private void preparePartition(CallEvent event) {
        if (records.needsPartition(event.at())) {
            transaction.executeWithoutResult(status -> records.makePartition(event.at()));
            records.hasPartition(event.at());
        }
    }

    /** A step that came after its call was recorded goes straight to the record. */
    private Set<String> addLateSteps(Changes changes) {
        List<Step> fresh = new ArrayList<>();
        changes.byCall.forEach((linkedId, lines) -> {
            if (!open.contains(linkedId)) {
                lines.stream().map(Line::event).forEach(event -> {
                    if (event instanceof CallEvent.StepTaken(Step step) && step.tenantId() != null) {
                        fresh.add(step);
                    }
                });
            }
        });
        Set<String> recorded = records.recorded(fresh);
        fresh.stream().filter(step -> recorded.contains(step.linkedId())).forEach(records::addLateStep);
        return recorded;
    }

    private List<CallRecord> completed(Changes changes) {
        Set<String> over = new LinkedHashSet<>(changes.ended);
        over.addAll(changes.cutShort);
        Map<String, List<CallEvent>> seen = new LinkedHashMap<>();
        over.forEach(linkedId -> seen.put(linkedId, new ArrayList<>()));
        if (over.stream().anyMatch(open::contains)) {
            for (StagedLine staged : events.take(over)) {
                parse(staged).ifPresent(seen.get(staged.linkedId())::add);
            }
        }
        List<CallRecord> calls = new ArrayList<>();
        seen.forEach((linkedId, earlier) -> {
            changes.byCall.getOrDefault(linkedId, List.of()).forEach(line -> earlier.add(line.event()));
            projection.project(linkedId, earlier, !changes.ended.contains(linkedId)).ifPresent(calls::add);
        });
        return calls;
    }

    private Optional<CallEvent> parse(StagedLine staged) {
        try {
            return Optional.of(formats.get(staged.spool()).parse(staged.line()));
        } catch (MalformedRecord written) {
            // It was read once, by an older version of this program; the call is told without it.
            rejects.keep(List.of(new SpoolBatch.Reject("call_event", 0, staged.line(), written.getMessage())));
            return Optional.empty();
        }
    }

    private void stageRest(Changes changes) {
        List<StagedLine> rest = new ArrayList<>();
        changes.byCall.forEach((linkedId, lines) -> {
            if (!changes.ended.contains(linkedId) && !changes.cutShort.contains(linkedId) && !changes.late.contains(linkedId)) {
                lines.forEach(line -> rest.add(new StagedLine(linkedId, changes.spool, line.text())));
            }
        });
        if (!rest.isEmpty()) {
            events.stage(rest);
        }
    }

    /** One call that the database will not have must not keep the others out. */
    private void insert(List<CallRecord> calls) {
        if (calls.isEmpty()) {
            return;
        }
        try {
            nested.executeWithoutResult(status -> records.insert(calls));
        } catch (DataIntegrityViolationException oneOfThem) {
            for (CallRecord call : calls) {
                try {
                    nested.executeWithoutResult(status -> records.insert(List.of(call)));
                } catch (DataIntegrityViolationException refused) {
                    rejects.keep(List.of(new SpoolBatch.Reject("call", 0, call.toString(), String.valueOf(refused.getMessage()))));
                }
            }
        }
    }
}

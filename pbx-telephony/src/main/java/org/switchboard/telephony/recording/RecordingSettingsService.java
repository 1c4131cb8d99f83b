package org.switchboard.telephony.recording;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.extension.RecordPolicy;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.tenant.TenantScope;

/** Says and changes what the tenant in whose scope it runs records, and how long it keeps it. */
@Service
public final class RecordingSettingsService {

    private static final Map<String, FieldProblem> REFUSALS = Map.of(
            "recording_settings_notice_fkey", new FieldProblem("noticePromptId", "invalid.flow.prompt"),
            "recording_keeping_tenant_id_queue_id_fkey", new FieldProblem("queues", "invalid.recording.queue"));

    private final RecordingSettingsRepository settings;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param settings    SQL
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public RecordingSettingsService(RecordingSettingsRepository settings, InputChecker checker, TransactionTemplate transaction) {
        this.settings = settings;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Today's settings.
     *
     * @return never null
     */
    public RecordingSettings find() {
        return transaction.execute(status -> settings.find());
    }

    /**
     * Changes the settings. How long recordings are kept counts for those that are there too.
     *
     * @param change makes the wanted settings from today's
     * @return the settings as they are now
     * @throws InvalidInput when a field is wrong
     */
    public RecordingSettings update(UnaryOperator<RecordingSettingsDraft> change) {
        UUID tenantId = TenantScope.current().requireTenantId();
        try {
            return transaction.execute(status -> {
                RecordingSettingsDraft wanted = checker.check(change.apply(settings.find().draft()));
                List<UUID> queues = wanted.queues().stream().map(RecordingSettingsDraft.Keeping::queueId).toList();
                if (queues.size() > queues.stream().distinct().count()) {
                    throw new InvalidInput("queues", "invalid.recording.queueTwice");
                }
                settings.store(tenantId, wanted);
                settings.keepOthersAsTheCompany(queues);
                wanted.queues().forEach(one -> settings.keep(tenantId, one.queueId(), one.keepDays()));
                return settings.find();
            });
        } catch (DataIntegrityViolationException refused) {
            throw InputChecker.taken(refused, REFUSALS);
        }
    }

    /**
     * Which talks of an extension are recorded.
     *
     * @param number the extension's number
     * @return the policy
     * @throws NotFound when there is no such extension
     */
    public RecordPolicy policy(String number) {
        return transaction.execute(status -> settings.policy(number).orElseThrow(() -> new NotFound("extension", number)));
    }

    /**
     * Changes which talks of an extension are recorded, from the next call on.
     *
     * @param number the extension's number
     * @param policy which; null is refused
     * @return the policy as it is now
     * @throws NotFound     when there is no such extension
     * @throws InvalidInput when none was said
     */
    public RecordPolicy setPolicy(String number, RecordPolicy policy) {
        if (policy == null) {
            throw new InvalidInput("record", "invalid.recording.policy");
        }
        return transaction.execute(status -> {
            if (!settings.setPolicy(number, policy)) {
                throw new NotFound("extension", number);
            }
            return policy;
        });
    }
}

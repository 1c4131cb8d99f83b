package org.switchboard.telephony.plan;

import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.extension.RecordPolicy;

/**
 * Reads what is recorded.
 *
 * @param rows reads the rows of the wanted companies
 */
record RecordingRows(PlanRows rows) {

    void read(Map<UUID, PlanBuilder> builders) {
        rows.ofEach(builders, "select tenant_id, id, record from extension t", "", (row, builder) -> {
            var policy = RecordPolicy.of(row.getString("record"));
            if (policy != RecordPolicy.NEVER) {
                builder.record(PlanRows.id(row, "id"), policy);
            }
        });
        rows.ofEach(builders, "select tenant_id, notice_prompt_id from recording_settings t", "", (row, builder) ->
                builder.recordingNotice(PlanRows.id(row, "notice_prompt_id")));
    }
}

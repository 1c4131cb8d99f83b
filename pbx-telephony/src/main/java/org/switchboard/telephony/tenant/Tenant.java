package org.switchboard.telephony.tenant;

import java.time.Instant;
import java.util.UUID;

/**
 * A company that is hosted here.
 *
 * @param id        its id, also the {@code tenantid} of its devices in Asterisk
 * @param slug      its short name in addresses and scripts
 * @param name      its name as people write it
 * @param language  language of its portal and spoken words where a person has not chosen: {@code en} or {@code ko}
 * @param timeZone  IANA zone of its clock, for example {@code Asia/Seoul}
 * @param country   whose numbering plan it dials by, ISO 3166: {@code KR}
 * @param outsidePrefix what is dialled before outside numbers; empty for nothing
 * @param callLimit calls at once; null leaves it to the system's own limit
 * @param createdAt when the operator made it
 */
public record Tenant(UUID id, String slug, String name, String language, String timeZone, String country, String outsidePrefix,
                     Integer callLimit, Instant createdAt) {

    /**
     * Its settings as they can be edited.
     *
     * @return a draft with today's values
     */
    public TenantDraft draft() {
        return new TenantDraft(slug, name, language, timeZone, country, outsidePrefix, callLimit);
    }
}

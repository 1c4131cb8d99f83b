package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationKind;

/**
 * Where a call goes next, as the API shows it.
 *
 * @param kind   what it leads to
 * @param id     id of the thing; null for a number outside and for the end of the call
 * @param number what extensions dial for the thing; null when it cannot be dialled
 * @param value  the number outside, or how the call ends; null for a thing
 * @param name   what people read
 */
@Schema(name = "Destination")
record DestinationReply(DestinationKind kind, @Schema(types = {"string", "null"}, format = "uuid") UUID id,
                        @Schema(types = {"string", "null"}) String number, @Schema(types = {"string", "null"}) String value, String name) {

    static DestinationReply of(Destination to) {
        return to == null ? null : new DestinationReply(to.kind(), to.nodeId(), to.number(), to.value(), to.name());
    }

    static <K> Map<K, DestinationReply> of(Map<K, Destination> ways) {
        Map<K, DestinationReply> replies = new LinkedHashMap<>();
        ways.forEach((key, to) -> replies.put(key, of(to)));
        return replies;
    }
}

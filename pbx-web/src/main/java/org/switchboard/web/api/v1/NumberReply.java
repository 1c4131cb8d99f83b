package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.number.PhoneNumber;

/**
 * A number as the API shows it.
 *
 * @param id        its id
 * @param number    E.164
 * @param shown     as people in the company's country write it
 * @param name      what it is for; may be empty
 * @param to        where it leads; null leads nowhere
 * @param createdAt when it was made
 */
@Schema(name = "Number")
record NumberReply(UUID id, String number, String shown, String name, DestinationReply to, Instant createdAt) {

    static NumberReply of(PhoneNumber number, Destination to, String country) {
        return new NumberReply(number.id(), number.number(), NumberForm.shown(number.number(), country), number.name(),
                DestinationReply.of(to), number.createdAt());
    }
}

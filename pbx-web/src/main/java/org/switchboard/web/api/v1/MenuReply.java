package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.menu.Menu;

/**
 * A menu as the API shows it.
 *
 * @param id                its id
 * @param name              what people of the company call it
 * @param number            what extensions dial for it; null when it cannot be dialled
 * @param promptId          what callers hear
 * @param wrongPromptId     what they hear after a key that leads nowhere; null for the system's own words
 * @param noInputPromptId   what they hear after silence; null for the system's own words
 * @param firstDigitSeconds how long it waits for a key
 * @param nextDigitSeconds  how long it waits for another digit
 * @param tries             how often it is played
 * @param directDial        whether callers may dial an extension
 * @param excluded          numbers of extensions that they may not dial
 * @param keys              where each key leads
 * @param noInput           where it leads when nothing was pressed; null when the call ends then
 * @param wrongInput        where it leads when nothing that fits was pressed; null when the call ends then
 * @param createdAt         when it was made
 */
@Schema(name = "Menu")
record MenuReply(UUID id, String name, @Schema(types = {"string", "null"}) String number, UUID promptId,
                 @Schema(types = {"string", "null"}, format = "uuid") UUID wrongPromptId,
                 @Schema(types = {"string", "null"}, format = "uuid") UUID noInputPromptId,
                 int firstDigitSeconds, int nextDigitSeconds, int tries, boolean directDial, List<String> excluded,
                 Map<String, DestinationReply> keys, DestinationReply noInput, DestinationReply wrongInput, Instant createdAt) {

    static MenuReply of(Menu menu) {
        return new MenuReply(menu.id(), menu.name(), menu.number(), menu.promptId(), menu.wrongPromptId(), menu.noInputPromptId(),
                menu.firstDigitSeconds(), menu.nextDigitSeconds(), menu.tries(), menu.directDial(), menu.excluded(),
                DestinationReply.of(menu.keys()), DestinationReply.of(menu.noInput()), DestinationReply.of(menu.wrongInput()), menu.createdAt());
    }
}

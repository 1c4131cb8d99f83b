package org.switchboard.telephony.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.switchboard.telephony.prompt.SystemWord;
import org.switchboard.telephony.voicemail.VoicemailAccess;

/** What an engine needs, where a test has no portal around it. */
public final class TestParts {

    private TestParts() {
    }

    /** Every word is a beep, and so is every prompt that the test has not made itself. */
    public static EngineParts of(DataSource engineDatabase, Map<UUID, String> prompts) {
        var sounds = new Sounds() {
            @Override
            public String prompt(UUID promptId) {
                return prompts.getOrDefault(promptId, "sound:beep");
            }

            @Override
            public List<String> words(SystemWord word, String language) {
                return List.of("sound:beep");
            }

            @Override
            public void refreshAll() {
                // The test's own sounds need no database.
            }

            @Override
            public void refresh(Set<UUID> tenantIds) {
                // The test's own sounds need no database.
            }
        };
        return new EngineParts(sounds, new VoicemailAccess(engineDatabase, NoPins.INSTANCE), (_, _, _) -> true, QueueWaiting.UNSERVED, _ -> false, FloorCodes.NONE, CallbackLegs.NONE);
    }

    /** PINs are tried in the tests of voicemail. */
    private enum NoPins implements PasswordEncoder {
        INSTANCE;

        @Override
        public String encode(CharSequence pin) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean matches(CharSequence pin, String digest) {
            return false;
        }
    }
}

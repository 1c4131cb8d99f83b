package org.switchboard.telephony.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantScope;

/**
 * Makes, changes and finds the prompts of the tenant in whose scope it runs. Pages and API both use it. Sound is made before
 * anything is stored, so that what is refused leaves everything as it was.
 */
@Service
public final class PromptService {

    /** Field of a sound file. */
    public static final String FILE = "file";

    private static final String TEXT = "text";
    private static final Map<String, FieldProblem> TAKEN = Map.of("prompt_name_key", new FieldProblem("name", "taken.prompt.name"));

    private final PromptRepository prompts;
    private final SoundConverter converter;
    private final InputChecker checker;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    /**
     * Wires the service.
     *
     * @param prompts     SQL of the prompts
     * @param converter   makes sound
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     * @param clock       what time it is
     */
    public PromptService(PromptRepository prompts, SoundConverter converter, InputChecker checker, TransactionTemplate transaction,
                         InstantSource clock) {
        this.prompts = prompts;
        this.converter = converter;
        this.checker = checker;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes a prompt from words.
     *
     * @param draft what it shall say
     * @return the prompt
     * @throws InvalidInput when a field is wrong, the name is taken, or nothing can be heard of the words
     */
    public Prompt create(PromptDraft draft) {
        checker.check(draft);
        requireFree(draft.name(), null);
        PromptSound sound = spoken(draft);
        return added(PromptContent.spoken(draft, sound, now()), sound);
    }

    /**
     * Makes a prompt from a sound file.
     *
     * @param name what it is called
     * @param file the file as it was sent; read once
     * @return the prompt
     * @throws InvalidInput when the name is wrong or taken, or the file cannot be used
     */
    public Prompt create(String name, InputStreamSource file) {
        String checked = checker.check(new PromptName(name)).name();
        requireFree(checked, null);
        PromptSound sound = converter.uploaded(file);
        return added(PromptContent.sounded(checked, PromptOrigin.UPLOAD, sound, now()), sound);
    }

    /**
     * Keeps what somebody said into a phone: as a new prompt, or in place of the sound of the prompt of that name.
     *
     * @param name      what it is called
     * @param recording the file that Asterisk wrote; it stays where it is
     * @return the prompt
     * @throws InvalidInput when the name is wrong, or the recording cannot be used
     */
    public Prompt fromRecording(String name, Path recording) {
        String checked = checker.check(new PromptName(name)).name();
        PromptSound sound = converter.uploaded(new FileSystemResource(recording));
        PromptContent content = PromptContent.sounded(checked, PromptOrigin.PHONE, sound, now());
        return transaction.execute(status -> prompts.findByName(checked)
                .map(there -> replaced(there.id(), content, sound))
                .orElseGet(() -> added(content, sound)));
    }

    /**
     * Changes name, words or language. A prompt that was not spoken gets another name and keeps its sound, unless words are given.
     *
     * @param id     the prompt
     * @param change makes the wanted settings from today's
     * @return the prompt as it is now
     * @throws NotFound     when there is no such prompt
     * @throws InvalidInput when a field is wrong, the name is taken, or nothing can be heard of the words
     */
    public Prompt update(UUID id, UnaryOperator<PromptDraft> change) {
        Prompt today = find(id);
        PromptDraft wanted = change.apply(today.draft());
        boolean keepsItsSound = today.text() == null ? wanted.text() == null : wanted.saysTheSameAs(today.draft());
        if (keepsItsSound) {
            String name = checker.check(new PromptName(wanted.name())).name();
            return storing(() -> transaction.execute(status -> prompts.rename(id, name))).orElseThrow(() -> missing(id));
        }
        checker.check(wanted);
        requireFree(wanted.name(), id);
        PromptSound sound = spoken(wanted);
        return replaced(id, PromptContent.spoken(wanted, sound, now()), sound);
    }

    /**
     * Puts a sound file in place of a prompt's sound. Words that it had are gone.
     *
     * @param id   the prompt
     * @param file the file as it was sent; read once
     * @return the prompt as it is now
     * @throws NotFound     when there is no such prompt
     * @throws InvalidInput when the file cannot be used
     */
    public Prompt replace(UUID id, InputStreamSource file) {
        String name = find(id).name();
        PromptSound sound = converter.uploaded(file);
        return replaced(id, PromptContent.sounded(name, PromptOrigin.UPLOAD, sound, now()), sound);
    }

    /**
     * Speaks words without keeping anything, to be heard before they are saved.
     *
     * @param draft what to say; its name is not looked at
     * @return the sound
     * @throws InvalidInput when text or language are wrong, or nothing can be heard of the words
     */
    public PromptSound preview(PromptDraft draft) {
        PromptDraft named = new PromptDraft("-", draft.text(), draft.language());
        checker.check(named);
        return spoken(named);
    }

    /**
     * Deletes a prompt.
     *
     * @param id the prompt
     * @throws NotFound     when there is no such prompt
     * @throws InvalidInput when something plays it; the problem names it
     */
    public void delete(UUID id) {
        try {
            transaction.executeWithoutResult(status -> {
                requireUnused(id);
                if (!prompts.delete(id)) {
                    throw missing(id);
                }
            });
        } catch (DataIntegrityViolationException usedMeanwhile) {
            requireUnused(id);
            throw usedMeanwhile;
        }
    }

    /**
     * Finds a prompt.
     *
     * @param id its id
     * @return the prompt
     * @throws NotFound when there is no such prompt
     */
    public Prompt find(UUID id) {
        return transaction.execute(status -> prompts.find(id)).orElseThrow(() -> missing(id));
    }

    /**
     * A prompt's sound.
     *
     * @param id the prompt
     * @return the sound
     * @throws NotFound when there is no such prompt
     */
    public PromptSound sound(UUID id) {
        return transaction.execute(status -> prompts.sound(id)).orElseThrow(() -> missing(id));
    }

    /**
     * What plays a prompt.
     *
     * @param id the prompt
     * @return empty when nothing does
     */
    public List<PromptUse> usedBy(UUID id) {
        return transaction.execute(status -> prompts.usedBy(id));
    }

    /**
     * Lists prompts in the order of their names.
     *
     * @param search part of a name or of the spoken words; null or empty finds all
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page
     */
    public Page<Prompt> list(String search, String cursor, int limit) {
        String wanted = search == null ? "" : search.strip();
        List<Prompt> rows = transaction.execute(status -> prompts.list(wanted, cursor == null ? "" : cursor, limit + 1));
        return Page.of(rows, limit, Prompt::name);
    }

    /**
     * How many prompts the tenant has.
     *
     * @return the count
     */
    public int count() {
        return transaction.execute(status -> prompts.count());
    }

    private Prompt added(PromptContent content, PromptSound sound) {
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            Prompt made = prompts.insert(tenantId, content);
            prompts.storeSound(tenantId, made.id(), sound);
            return made;
        }));
    }

    private Prompt replaced(UUID id, PromptContent content, PromptSound sound) {
        return storing(() -> transaction.execute(status -> {
            Prompt now = prompts.update(id, content).orElseThrow(() -> missing(id));
            prompts.storeSound(now.tenantId(), id, sound);
            return now;
        }));
    }

    // Before the sound is made, so that nobody waits for a refusal. The unique key decides in the end.
    private void requireFree(String name, UUID own) {
        transaction.execute(status -> prompts.findByName(name)).filter(other -> !other.id().equals(own)).ifPresent(other -> {
            throw new InvalidInput(List.of(TAKEN.get("prompt_name_key")));
        });
    }

    private void requireUnused(UUID id) {
        List<PromptUse> users = usedBy(id);
        if (!users.isEmpty()) {
            String names = users.stream().map(PromptUse::name).collect(Collectors.joining(", "));
            throw new InvalidInput(List.of(new FieldProblem("id", "taken.prompt.used", List.of(names))));
        }
    }

    private PromptSound spoken(PromptDraft draft) {
        try {
            return converter.speak(draft.text(), draft.language());
        } catch (SoundRefused refused) {
            throw new InvalidInput(TEXT, refused.reason().ofText());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    // Files carry this time, and file systems need not keep more than milliseconds.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static NotFound missing(UUID id) {
        return new NotFound("prompt", id.toString());
    }

    private static <T> T storing(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DuplicateKeyException refusal) {
            throw InputChecker.taken(refusal, TAKEN);
        }
    }
}

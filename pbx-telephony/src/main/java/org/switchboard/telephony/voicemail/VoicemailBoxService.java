package org.switchboard.telephony.voicemail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.destination.UsedBy;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionRepository;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantScope;

/** Makes, changes and finds the voicemail boxes of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class VoicemailBoxService {

    private static final Map<String, FieldProblem> TAKEN = Map.of(
            "voicemail_box_number_key", new FieldProblem("number", "taken.voicemail.number"),
            "voicemail_box_extension_key", new FieldProblem("extension", "taken.voicemail.extension"));

    /** The ways out of an extension that nobody has taken. */
    private static final List<String> UNTAKEN = List.of("busy", "no_answer", "not_registered");

    private final VoicemailBoxRepository boxes;
    private final ExtensionRepository extensions;
    private final FlowExits exits;
    private final InputChecker checker;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param boxes       SQL of the boxes
     * @param extensions  SQL of the extensions
     * @param exits       what leads to a box
     * @param checker     checks drafts
     * @param encoder     makes PINs' digests
     * @param transaction the portal's transactions
     */
    public VoicemailBoxService(VoicemailBoxRepository boxes, ExtensionRepository extensions, FlowExits exits, InputChecker checker,
                               PasswordEncoder encoder, TransactionTemplate transaction) {
        this.boxes = boxes;
        this.extensions = extensions;
        this.exits = exits;
        this.checker = checker;
        this.encoder = encoder;
        this.transaction = transaction;
    }

    /**
     * Makes a box; it takes messages at once, and its phones' lamps follow it within seconds.
     *
     * @param draft what it shall be
     * @return the box
     * @throws InvalidInput when a field is wrong, the number is taken, or the extension has a box
     */
    public VoicemailBox create(VoicemailBoxDraft draft) {
        checker.check(draft);
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            Optional<Extension> owner = owner(draft);
            VoicemailBoxDraft whole = completed(draft, owner, boxes::nextFreeNumber);
            boxes.setWatchers(boxes.insert(tenantId, owner.map(Extension::id).orElse(null), whole), watchers(whole));
            return required(whole.number());
        }));
    }

    /**
     * Makes an extension's box with everything as usual, and leads the extension's calls there that nobody takes. Where they are
     * led somewhere already, they stay so.
     *
     * @param extension the extension's number
     * @return the box
     * @throws InvalidInput when there is no such extension, it has a box, or a shared box has its number
     */
    public VoicemailBox createFor(String extension) {
        return storing(() -> transaction.execute(status -> {
            VoicemailBox box = create(VoicemailBoxDraft.of(extension));
            UUID node = extensions.find(extension).orElseThrow(() -> new NotFound("extension", extension)).id();
            Set<String> led = exits.of(node).keySet();
            exits.set(node, UNTAKEN.stream().filter(exit -> !led.contains(exit))
                    .collect(Collectors.toMap(exit -> exit, exit -> DestinationDraft.to(DestinationKind.VOICEMAIL, box.id()))), exit -> "extension");
            return box;
        }));
    }

    /**
     * Changes a box. Whoever is leaving a message or listening is not disturbed.
     *
     * @param number the box's number as it is now
     * @param change makes the wanted settings from today's
     * @return the box as it is now
     * @throws NotFound     when there is no such box
     * @throws InvalidInput when a field is wrong, the number is taken, or the extension has another box
     */
    public VoicemailBox update(String number, UnaryOperator<VoicemailBoxDraft> change) {
        return storing(() -> transaction.execute(status -> {
            VoicemailBox today = boxes.findForUpdate(number).orElseThrow(() -> notFound(number));
            VoicemailBoxDraft draft = checker.check(change.apply(today.draft()));
            Optional<Extension> owner = owner(draft);
            VoicemailBoxDraft whole = completed(draft, owner, today::number);
            boxes.update(today.id(), owner.map(Extension::id).orElse(null), whole);
            boxes.setWatchers(today.id(), watchers(whole));
            return required(whole.number());
        }));
    }

    /**
     * Deletes a box with its messages.
     *
     * @param number the box's number
     * @throws NotFound     when there is no such box
     * @throws InvalidInput when something still leads to it, with the names of what does
     */
    public void delete(String number) {
        transaction.executeWithoutResult(status -> {
            VoicemailBox box = boxes.findForUpdate(number).orElseThrow(() -> notFound(number));
            exits.refuseIfUsed(box.id());
            boxes.delete(box.id());
        });
    }

    /**
     * Sets a box's PIN, and opens the box where wrong PINs had locked it.
     *
     * @param number the box's number
     * @param pin    4 to 10 digits that are hard to guess ({@link PinRule})
     * @throws NotFound     when there is no such box
     * @throws InvalidInput when the PIN cannot be accepted
     */
    public void setPin(String number, String pin) {
        VoicemailBox box = find(number);
        PinRule.problem(pin, box.number()).ifPresent(code -> {
            throw new InvalidInput("pin", code);
        });
        // Takes a while, so not within the transaction.
        String digest = encoder.encode(pin);
        transaction.executeWithoutResult(status -> boxes.updatePin(box.id(), digest));
    }

    /**
     * Opens a box that wrong PINs have locked.
     *
     * @param number the box's number
     * @throws NotFound when there is no such box
     */
    public void unlock(String number) {
        transaction.executeWithoutResult(status -> boxes.unlock(required(number).id()));
    }

    /**
     * Finds a box.
     *
     * @param number its number
     * @return the box
     * @throws NotFound when there is no such box
     */
    public VoicemailBox find(String number) {
        return transaction.execute(status -> required(number));
    }

    /**
     * Finds an extension's own box.
     *
     * @param extension the extension's number
     * @return the box; empty when it has none
     */
    public Optional<VoicemailBox> ofExtension(String extension) {
        return transaction.execute(status -> boxes.ofExtension(extension));
    }

    /**
     * The boxes that a user may listen to: those of their extensions, and those that these watch.
     *
     * @param userId the user
     * @return in the order of their numbers; empty when there are none
     */
    public List<VoicemailBox> ofUser(UUID userId) {
        return transaction.execute(status -> boxes.ofUser(userId));
    }

    /**
     * Lists boxes, shorter numbers first, then in numeric order.
     *
     * @param search part of a name or begin of a number; null or empty finds all
     * @param cursor number after which to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page
     */
    public Page<VoicemailBox> list(String search, String cursor, int limit) {
        return Page.of(transaction.execute(status -> boxes.list(search == null ? "" : search.strip(), cursor == null ? "" : cursor, limit + 1)),
                limit, VoicemailBox::number);
    }

    /**
     * How many boxes there are.
     *
     * @return the count
     */
    public int count() {
        return transaction.execute(status -> boxes.count());
    }

    /**
     * What leads callers to a box.
     *
     * @param box the box
     * @return ordered by kind and name
     */
    public List<UsedBy> usedBy(VoicemailBox box) {
        return exits.usedBy(box.id());
    }

    /**
     * A number that a new shared box can have.
     *
     * @return the number; empty when all of four digits are taken
     */
    public String nextFreeNumber() {
        return transaction.execute(status -> boxes.nextFreeNumber());
    }

    private Optional<Extension> owner(VoicemailBoxDraft draft) {
        return Optional.ofNullable(draft.extension()).map(number -> extensions.find(number)
                .orElseThrow(() -> new InvalidInput("extension", "invalid.voicemail.extension")));
    }

    private List<String> watchers(VoicemailBoxDraft draft) {
        boolean allThere = draft.watchers().stream().allMatch(number -> number != null && extensions.find(number).isPresent());
        if (!allThere) {
            throw new InvalidInput("watchers", "invalid.voicemail.watchers");
        }
        return draft.watchers();
    }

    /** Fills in what depends on others: the extension's number, else the free one; the extension's name, else the number. */
    private static VoicemailBoxDraft completed(VoicemailBoxDraft draft, Optional<Extension> owner, Supplier<String> free) {
        String number = owner.map(Extension::number).orElseGet(() -> draft.number() == null ? free.get() : draft.number());
        String name = draft.name() == null ? owner.map(Extension::name).orElse(number) : draft.name();
        if (number.isEmpty()) {
            throw new InvalidInput("number", "invalid.voicemail.number");
        }
        return new VoicemailBoxDraft(number, name, draft.extension(), draft.watchers(), draft.language(), draft.pinFromOwnPhone(), draft.email(),
                draft.attachAudio(), draft.deleteAfterMail(), draft.maxMessages(), draft.maxSeconds(), draft.maxMinutes());
    }

    private VoicemailBox required(String number) {
        return boxes.find(number).orElseThrow(() -> notFound(number));
    }

    private static NotFound notFound(String number) {
        return new NotFound("voicemail-box", number);
    }

    private static <T> T storing(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DuplicateKeyException refusal) {
            throw InputChecker.taken(refusal, TAKEN);
        }
    }
}

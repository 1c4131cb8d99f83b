package org.switchboard.web.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.security.Secrets;
import org.switchboard.web.security.Sessions;

/** Makes, changes and finds the users of the scope in which it runs. Pages and API both use it. */
@Service
public final class UserService {

    private static final Map<String, FieldProblem> TAKEN = Map.of("app_user_email_key", new FieldProblem("email", "taken.user.email"));
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;

    private final UserRepository users;
    private final InputChecker checker;
    private final TransactionTemplate transaction;
    private final PasswordEncoder encoder;
    private final Secrets secrets;
    private final Sessions sessions;

    /**
     * Wires the service.
     *
     * @param users       SQL of the users
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     * @param encoder     turns passwords into hashes
     * @param secrets     makes passwords
     * @param sessions    who is signed in
     */
    public UserService(UserRepository users, InputChecker checker, TransactionTemplate transaction, PasswordEncoder encoder,
                       Secrets secrets, Sessions sessions) {
        this.users = users;
        this.checker = checker;
        this.transaction = transaction;
        this.encoder = encoder;
        this.secrets = secrets;
        this.sessions = sessions;
    }

    /**
     * Makes a user with a generated password; they can sign in at once.
     *
     * @param draft what the user shall be
     * @return the user with the password, which nobody can read again
     * @throws InvalidInput when a field is wrong, or the address is in use
     */
    public NewUser create(UserDraft draft) {
        return create(draft, secrets.password());
    }

    /**
     * Makes a user with a given password.
     *
     * @param draft    what the user shall be
     * @param password 10 to 200 characters
     * @return the user with the password
     * @throws InvalidInput when a field is wrong, or the address is in use
     */
    public NewUser create(UserDraft draft, String password) {
        checker.check(draft);
        checkPassword(password);
        String hash = encoder.encode(password);
        UUID tenantId = TenantScope.current().tenantId();
        return new NewUser(storing(() -> transaction.execute(status -> users.insert(tenantId, draft, hash))), password);
    }

    /**
     * Changes a user's settings. When the role or the address changes, or the user is disabled, their sessions end.
     *
     * @param id     the user
     * @param change makes the wanted settings from today's
     * @return the user as they are now
     * @throws NotFound     when there is no such user
     * @throws InvalidInput when a field is wrong, the address is in use, or one takes one's own role or access away
     */
    public User update(UUID id, UnaryOperator<UserDraft> change) {
        User before = find(id);
        UserDraft wanted = checker.check(change.apply(before.draft()));
        boolean lessThanBefore = wanted.role() != before.role() || wanted.disabled();
        if (lessThanBefore && isOneself(before)) {
            throw new InvalidInput(wanted.disabled() ? "disabled" : "role", "invalid.user.self");
        }
        User after = storing(() -> transaction.execute(status -> users.update(id, wanted))
                .orElseThrow(() -> notFound(id)));
        // A session acts under the address it was opened with, so it must not outlive the address.
        if (lessThanBefore || !after.email().equals(before.email())) {
            sessions.endAll(id);
        }
        return after;
    }

    /**
     * Gives a user a new generated password and ends their sessions.
     *
     * @param id the user
     * @return the user with the password, which nobody can read again
     * @throws NotFound when there is no such user
     */
    public NewUser resetPassword(UUID id) {
        String password = secrets.password();
        User user = find(id);
        storePassword(id, password);
        sessions.endAll(id);
        return new NewUser(user, password);
    }

    /**
     * Changes one's own password; one's other sessions end.
     *
     * @param id        oneself
     * @param today     the password as it is now
     * @param wanted    the new one, 10 to 200 characters
     * @param sessionId the session that goes on
     * @throws InvalidInput when today's is wrong, or the new one too short or too long
     */
    public void changeOwnPassword(UUID id, String today, String wanted, String sessionId) {
        String hash = transaction.execute(status -> users.passwordHash(id)).orElseThrow(() -> notFound(id));
        if (!encoder.matches(today, hash)) {
            throw new InvalidInput("today", "invalid.password.today");
        }
        checkPassword(wanted);
        storePassword(id, wanted);
        sessions.endOthers(id, sessionId);
    }

    /**
     * Sets the language of one's own pages.
     *
     * @param id       oneself
     * @param language {@code en} or {@code ko}
     * @throws InvalidInput when it is another
     */
    public void changeOwnLanguage(UUID id, String language) {
        if (!List.of("en", "ko").contains(language)) {
            throw new InvalidInput("language", "invalid.language");
        }
        transaction.executeWithoutResult(status -> users.updateLanguage(id, language));
    }

    /**
     * Deletes a user and ends their sessions. An extension of theirs stays and belongs to nobody then.
     *
     * @param id the user
     * @throws NotFound     when there is no such user
     * @throws InvalidInput when it is oneself
     */
    public void delete(UUID id) {
        if (isOneself(find(id))) {
            throw new InvalidInput("id", "invalid.user.self");
        }
        transaction.executeWithoutResult(status -> users.delete(id));
        sessions.endAll(id);
    }

    /**
     * Finds a user.
     *
     * @param id the user
     * @return the user
     * @throws NotFound when there is none in this scope
     */
    public User find(UUID id) {
        return transaction.execute(status -> users.find(id)).orElseThrow(() -> notFound(id));
    }

    /**
     * Lists users in the order of their e-mail addresses.
     *
     * @param search part of a name or address; null or empty finds all
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page
     */
    public Page<User> list(String search, String cursor, int limit) {
        String wanted = search == null ? "" : search.strip();
        String after = cursor == null ? "" : cursor;
        return Page.of(transaction.execute(status -> users.list(wanted, after, limit + 1)), limit, User::email);
    }

    private void storePassword(UUID id, String password) {
        String hash = encoder.encode(password);
        transaction.executeWithoutResult(status -> {
            if (!users.updatePassword(id, hash)) {
                throw notFound(id);
            }
        });
    }

    private static boolean isOneself(User user) {
        return user.email().equals(TenantScope.current().actor());
    }

    private static void checkPassword(String password) {
        if (password == null || password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new InvalidInput("password", "invalid.password");
        }
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("user", id.toString());
    }

    private static User storing(Supplier<User> statement) {
        try {
            return statement.get();
        } catch (DuplicateKeyException refusal) {
            throw InputChecker.taken(refusal, TAKEN);
        }
    }
}

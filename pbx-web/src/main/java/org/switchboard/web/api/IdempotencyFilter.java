package org.switchboard.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.switchboard.telephony.prompt.SoundConverter;
import org.switchboard.web.api.problem.ApiRefused;
import org.switchboard.web.api.problem.Refusal;

/**
 * Lets a script send a {@code POST} again when it does not know whether the first one arrived: with the same
 * {@code Idempotency-Key} nothing is done twice, and the answer is the same.
 *
 * <p>Key, effect and answer are committed in one transaction, so there is no moment at which one is there without the
 * others. Whoever comes second with a key waits for that transaction. A request that was refused did nothing, so its key is
 * free again.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    /** The request's header. */
    static final String KEY = "Idempotency-Key";

    /** Header of an answer that was given before. */
    static final String REPLAYED = "Idempotency-Replayed";

    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern KEY_FORMAT = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private final IdempotentReplyRepository replies;
    private final TransactionTemplate transaction;
    private final ReplySeal seal;
    private final Clock clock;

    IdempotencyFilter(IdempotentReplyRepository replies, TransactionTemplate transaction, ReplySeal seal, Clock clock) {
        this.replies = replies;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!KEY_FORMAT.matcher(request.getHeader(KEY)).matches()) {
            throw ApiRefused.parameter(KEY, "api.invalid.idempotencyKey");
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            transaction.executeWithoutResult(status -> answerOnce(request, answer, chain, status));
        } catch (CannotAcquireLockException firstIsStillRunning) {
            throw new ApiRefused(firstIsStillRunning, Refusal.STILL_RUNNING, List.of());
        }
        answer.copyBodyToResponse();
    }

    private void answerOnce(HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain, TransactionStatus status) {
        ApiCaller caller = caller();
        PresentedToken token = PresentedToken.of(request.getHeader(HttpHeaders.AUTHORIZATION)).orElseThrow();
        String key = request.getHeader(KEY);
        byte[] requestHash = hash(request);
        replies.deleteOlder(clock.instant().minus(KEPT));
        if (replies.claim(caller, key, requestHash, clock.instant())) {
            run(request, answer, chain);
            if (answer.getStatus() >= 400) {
                status.setRollbackOnly();
            } else {
                byte[] body = answer.getContentAsByteArray();
                replies.store(caller.tokenId(), key, new IdempotentReply(requestHash, answer.getStatus(),
                        answer.getHeader(HttpHeaders.LOCATION), body.length == 0 ? null : seal.seal(token, requestHash, body)));
            }
        } else {
            replay(replies.find(caller.tokenId(), key), token, requestHash, answer);
        }
    }

    private void replay(IdempotentReply earlier, PresentedToken token, byte[] requestHash, HttpServletResponse answer) {
        if (!earlier.isFor(requestHash)) {
            throw new ApiRefused(Refusal.KEY_REUSED, List.of());
        }
        answer.setStatus(earlier.status());
        answer.setHeader(REPLAYED, "true");
        if (earlier.location() != null) {
            answer.setHeader(HttpHeaders.LOCATION, earlier.location());
        }
        if (earlier.sealedBody() != null) {
            answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
            try {
                answer.getOutputStream().write(seal.open(token, requestHash, earlier.sealedBody()));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private static void run(HttpServletRequest request, HttpServletResponse answer, FilterChain chain) {
        try {
            chain.doFilter(request, answer);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (ServletException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ApiCaller caller() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof ApiCaller caller) {
            return caller;
        }
        throw new IllegalStateException("only requests with a token come this far");
    }

    // What separates the parts of a form is made up anew each time it is sent, and is no part of what it says.
    private static void addParts(HttpServletRequest request, MessageDigest digest) throws IOException, ServletException {
        try {
            for (Part part : request.getParts()) {
                digest.update((part.getName() + "\n" + part.getSize() + "\n").getBytes(StandardCharsets.UTF_8));
                try (InputStream content = part.getInputStream(); OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                    content.transferTo(sink);
                }
            }
        } catch (IllegalStateException tooLarge) {
            throw new ApiRefused(tooLarge, Refusal.TOO_LARGE, List.of(), SoundConverter.MOST_BYTES);
        }
    }

    private static byte[] hash(HttpServletRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String query = request.getQueryString() == null ? "" : request.getQueryString();
            digest.update((request.getRequestURI() + "\n" + query + "\n").getBytes(StandardCharsets.UTF_8));
            if (request instanceof RequestWithBody whole) {
                digest.update(whole.body());
            } else {
                addParts(request, digest);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (ServletException notAForm) {
            throw new ApiRefused(notAForm, Refusal.MALFORMED_BODY, List.of(), "");
        }
    }
}

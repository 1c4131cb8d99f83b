package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.callback.CallbackService;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.ListReply;

/** {@code /queues/{id}/callbacks} and {@code /callbacks/{id}}: callers who asked to be called back. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Callbacks", description = "Callers who hung up and are called back at the place in the queue that they had.")
final class CallbackApi {

    private final CallbackService callbacks;
    private final QueueService queues;

    CallbackApi(CallbackService callbacks, QueueService queues) {
        this.callbacks = callbacks;
        this.queues = queues;
    }

    @GetMapping("/queues/{id}/callbacks")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listCallbacks", summary = "List the callbacks of a queue",
            description = "Those that wait, first come first; then those that are over, newest first. At most " + CallbackService.MOST + " of each, so there is one page.")
    ListReply<CallbackReply> list(@PathVariable UUID id) {
        return new ListReply<>(callbacks.ofQueue(queues.find(id).id()).stream().map(CallbackReply::of).toList(), null);
    }

    @DeleteMapping("/callbacks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "cancelCallback", summary = "Give a callback up", description = "Nobody is called any more; it stays in the list. One that is over cannot be given up (409).")
    void cancel(@PathVariable UUID id) {
        callbacks.cancel(id);
    }
}

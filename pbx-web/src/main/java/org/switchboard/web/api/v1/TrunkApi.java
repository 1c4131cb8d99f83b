package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.trunk.Trunk;
import org.switchboard.telephony.trunk.TrunkDraft;
import org.switchboard.telephony.trunk.TrunkService;
import org.switchboard.telephony.trunk.TrunkStates;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /trunks}: the lines to providers. */
@RestController
@RequestMapping(path = "/api/v1/trunks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Trunks", description = "The lines to providers, by which calls of the world come in and go out. A change is live at once; calls that are up stay.")
final class TrunkApi {

    private final TrunkService trunks;
    private final TrunkStates states;
    private final DeviceStates calls;

    TrunkApi(TrunkService trunks, TrunkStates states, DeviceStates calls) {
        this.trunks = trunks;
        this.states = states;
        this.calls = calls;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createTrunk", summary = "Make a trunk",
            description = "The password is never shown again. An address that another trunk of the installation has is refused.")
    ResponseEntity<TrunkReply> create(@RequestBody TrunkDraft draft) {
        Trunk made = trunks.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/trunks/" + made.id())).body(reply(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listTrunks", summary = "List trunks by their names, with their states",
            description = "A company has " + TrunkService.MOST + " trunks at most, so there is one page.")
    ListReply<TrunkReply> list() {
        return new ListReply<>(trunks.all().stream().map(this::reply).toList(), null);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getTrunk", summary = "Get a trunk with its state")
    TrunkReply get(@PathVariable UUID id) {
        return reply(trunks.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeTrunk", summary = "Change a trunk", description = "Without `password` the stored one stays.")
    TrunkReply change(@PathVariable UUID id, Patch<TrunkDraft> patch) {
        return reply(trunks.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteTrunk", summary = "Delete a trunk", description = "Refused while an outbound route uses it.")
    void delete(@PathVariable UUID id) {
        trunks.delete(id);
    }

    private TrunkReply reply(Trunk trunk) {
        return TrunkReply.of(trunk, states.of(trunk), calls.callsOf(trunk.endpointId()));
    }
}

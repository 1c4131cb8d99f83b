package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
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
import org.switchboard.telephony.device.Device;
import org.switchboard.telephony.device.DeviceDraft;
import org.switchboard.telephony.device.DeviceService;
import org.switchboard.telephony.device.NewDevice;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;
import org.switchboard.web.config.PortalProperties;

/** {@code /extensions/{number}/devices}: the phones of an extension. */
@RestController
@RequestMapping(path = "/api/v1/extensions/{number}/devices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Devices", description = "The phones of an extension; all of them ring together.")
final class DeviceApi {

    private final ExtensionService extensions;
    private final DeviceService devices;
    private final PortalProperties.Sip sip;

    DeviceApi(ExtensionService extensions, DeviceService devices, PortalProperties portal) {
        this.extensions = extensions;
        this.devices = devices;
        this.sip = portal.sip();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createDevice", summary = "Make a device", description = "The only time that its password is shown.")
    ResponseEntity<DeviceAccountReply> create(@PathVariable String number, @RequestBody DeviceDraft draft) {
        NewDevice made = devices.create(number, draft);
        return ResponseEntity.created(URI.create("/api/v1/extensions/" + number + "/devices/" + made.device().id()))
                .body(DeviceAccountReply.of(made, sip));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listDevices", summary = "List an extension's devices, oldest first",
            description = "An extension has " + DeviceService.MAX_DEVICES + " devices at most, so there is one page.")
    ListReply<DeviceReply> list(@PathVariable String number) {
        UUID extensionId = extensions.find(number).id();
        return new ListReply<>(devices.ofExtensions(List.of(extensionId)).stream().map(DeviceReply::of).toList(), null);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getDevice", summary = "Get a device")
    DeviceReply get(@PathVariable String number, @PathVariable UUID id) {
        return DeviceReply.of(required(number, id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeDevice", summary = "Change a device; its SIP account stays")
    DeviceReply change(@PathVariable String number, @PathVariable UUID id, Patch<DeviceDraft> patch) {
        required(number, id);
        return DeviceReply.of(devices.update(id, patch::apply));
    }

    @PostMapping("/{id}/password")
    @AllowedTo(ADMIN)
    @Operation(operationId = "resetDevicePassword", summary = "Give a device a new password",
            description = "The old one stops working at the phone's next registration. The only time that the new one is shown.")
    DeviceAccountReply resetPassword(@PathVariable String number, @PathVariable UUID id) {
        required(number, id);
        return DeviceAccountReply.of(devices.resetPassword(id), sip);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteDevice", summary = "Delete a device; its registration ends at once")
    void delete(@PathVariable String number, @PathVariable UUID id) {
        required(number, id);
        devices.delete(id);
    }

    // A device belongs to its extension for ever, so nothing can come between this check and what follows it.
    private Device required(String number, UUID id) {
        UUID extensionId = extensions.find(number).id();
        Device device = devices.find(id);
        if (!device.extensionId().equals(extensionId)) {
            throw new NotFound("device", id.toString());
        }
        return device;
    }
}

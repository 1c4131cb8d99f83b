package org.switchboard.web.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.device.DeviceDraft;
import org.switchboard.telephony.device.DeviceEncryption;
import org.switchboard.telephony.device.DeviceKind;
import org.switchboard.telephony.device.DeviceService;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.web.extension.ExtensionPages;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** What is done to the devices of an extension. Each answer is the list of devices as it is then. */
@PageController
@RequestMapping("/extensions/{number}/devices")
public final class DeviceController {

    private final DeviceService devices;
    private final ExtensionService extensions;
    private final ExtensionPages pages;
    private final Problems problems;

    DeviceController(DeviceService devices, ExtensionService extensions, ExtensionPages pages, Problems problems) {
        this.devices = devices;
        this.extensions = extensions;
        this.pages = pages;
        this.problems = problems;
    }

    @PostMapping
    String add(@PathVariable String number, @RequestParam String name, @RequestParam(required = false) DeviceKind kind,
               @RequestParam(required = false) DeviceEncryption encryption, Model model, HttpServletRequest request,
               HttpServletResponse response) {
        boolean accepted = problems.accepted(model, request, response,
                () -> model.addAttribute("secret", devices.create(number, new DeviceDraft(name, kind, encryption))));
        model.addAttribute("adding", !accepted);
        return list(number, model, request, response);
    }

    @PostMapping("/{id}")
    String update(@PathVariable String number, @PathVariable UUID id, @RequestParam String name,
                  @RequestParam DeviceEncryption encryption, Model model, HttpServletRequest request, HttpServletResponse response) {
        mustBelong(number, id);
        boolean accepted = problems.accepted(model, request, response,
                () -> devices.update(id, today -> new DeviceDraft(name, today.kind(), encryption)));
        model.addAttribute("editing", accepted ? null : id);
        return list(number, model, request, response);
    }

    @PostMapping("/{id}/password")
    String password(@PathVariable String number, @PathVariable UUID id, Model model, HttpServletRequest request,
                    HttpServletResponse response) {
        mustBelong(number, id);
        model.addAttribute("secret", devices.resetPassword(id));
        return list(number, model, request, response);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String number, @PathVariable UUID id, Model model, HttpServletRequest request,
                  HttpServletResponse response) {
        mustBelong(number, id);
        devices.delete(id);
        return list(number, model, request, response);
    }

    private String list(String number, Model model, HttpServletRequest request, HttpServletResponse response) {
        pages.fill(number, model);
        // A password may be in it; no browser and no proxy shall keep it.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Problems.inPlace(request, "extension/page", "devices");
    }

    private void mustBelong(String number, UUID id) {
        if (!devices.find(id).extensionId().equals(extensions.find(number).id())) {
            throw new NotFound("device", id.toString());
        }
    }
}

package org.switchboard.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page for what went wrong before or after a page could answer, and the problem document for the API's addresses. */
@PageController
public final class ErrorPage implements ErrorController {

    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 409, 422);

    @RequestMapping("/error")
    Object error(HttpServletRequest request, Model model) {
        int status = Objects.requireNonNullElse((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), 404);
        String path = Objects.requireNonNullElse((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "/");
        if (path.startsWith(request.getContextPath() + "/api/")) {
            return ResponseEntity.of(ProblemDetail.forStatus(HttpStatus.valueOf(status))).build();
        }
        model.addAttribute("status", status);
        model.addAttribute("kind", EXPLAINED.contains(status) ? Integer.toString(status) : status < 500 ? "400" : "500");
        model.addAttribute("sentence", status == 422 ? request.getAttribute(RequestDispatcher.ERROR_MESSAGE) : null);
        return "error";
    }
}

package org.switchboard.web.explain;

import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.switchboard.web.page.PageController;

/** The picture of the way from a number, or from any other thing, on a page of its own; and for the pages of things. */
@PageController
@ControllerAdvice(annotations = PageController.class)
public final class PictureController {

    private static final String PAGE = "explain/picture-page";

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Pages of things draw what begins at them: see {@code explain/picture :: of}. */
    @ModelAttribute("pictures")
    Pictures pictures() {
        return pictures;
    }

    @GetMapping("/numbers/{number}/picture")
    String ofNumber(@PathVariable String number, Model model) {
        return shown(pictures.number(number), model);
    }

    @GetMapping("/pictures/{id}")
    String ofThing(@PathVariable UUID id, Model model) {
        return shown(id, model);
    }

    private String shown(UUID id, Model model) {
        model.addAttribute("picture", pictures.of(id));
        return PAGE;
    }
}

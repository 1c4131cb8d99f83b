package org.switchboard.web.announcement;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.prompt.Prompt;
import org.switchboard.telephony.prompt.PromptDraft;
import org.switchboard.telephony.prompt.PromptService;

/**
 * Reads the field of {@code templates/announcement/prompt.html}: a prompt that is chosen, or words that are typed on the spot
 * and become a prompt. For a field {@code promptId} these are {@code promptId}, {@code promptId.words} and
 * {@code promptId.language}.
 */
@Component
public final class PromptField {

    private static final int LONGEST_NAME = 50;

    private final PromptService prompts;

    /**
     * Wires the component.
     *
     * @param prompts the prompts
     */
    public PromptField(PromptService prompts) {
        this.prompts = prompts;
    }

    /**
     * Offers the prompts.
     *
     * @param model  gets {@code prompts}
     * @param chosen ids of those that must be among them; nulls are left out
     */
    public void offer(Model model, UUID... chosen) {
        List<Prompt> offered = new ArrayList<>(prompts.list(null, null, Page.MAX_LIMIT).items());
        for (UUID id : chosen) {
            if (id != null && offered.stream().noneMatch(prompt -> prompt.id().equals(id))) {
                find(id).forEach(offered::add);
            }
        }
        model.addAttribute("prompts", offered);
    }

    /**
     * Reads the field and does something with the prompt. Words become a prompt only if that is done.
     *
     * @param request what was sent
     * @param field   the field
     * @param name    what a new prompt shall be called; a number is added where the name is taken
     * @param use     what is done with the id, which is null when nothing was chosen
     * @param <T>     kind of result
     * @return what {@code use} gave
     * @throws InvalidInput when nothing can be heard of the words, and whatever {@code use} throws
     */
    public <T> T use(HttpServletRequest request, String field, String name, Function<UUID, T> use) {
        String words = request.getParameter(field + ".words");
        if (words == null || words.isBlank()) {
            return use.apply(id(request.getParameter(field)));
        }
        Prompt made = made(field, new PromptDraft(freeName(name), words, request.getParameter(field + ".language")));
        try {
            return use.apply(made.id());
        } catch (InvalidInput refused) {
            prompts.delete(made.id());
            throw refused;
        }
    }

    private Prompt made(String field, PromptDraft draft) {
        try {
            return prompts.create(draft);
        } catch (InvalidInput refused) {
            throw new InvalidInput(refused.problems().stream()
                    .map(problem -> new FieldProblem(problem.field().equals("name") ? "name" : field, problem.code(), problem.args()))
                    .toList());
        }
    }

    private String freeName(String wanted) {
        String stripped = wanted == null ? "" : wanted.strip();
        String begin = stripped.substring(0, Math.min(LONGEST_NAME, stripped.length()));
        List<String> taken = prompts.list(begin, null, Page.MAX_LIMIT).items().stream().map(Prompt::name).toList();
        String name = begin;
        for (int number = 2; taken.contains(name); number++) {
            name = begin + " " + number;
        }
        return name;
    }

    private List<Prompt> find(UUID id) {
        try {
            return List.of(prompts.find(id));
        } catch (NotFound gone) {
            return List.of();
        }
    }

    // A made-up id is an unknown one.
    private static UUID id(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException madeUp) {
            return new UUID(0, 0);
        }
    }
}

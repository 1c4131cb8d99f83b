package org.switchboard.web.menu;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.menu.Menu;
import org.switchboard.telephony.menu.MenuService;
import org.switchboard.web.announcement.PromptField;
import org.switchboard.web.destination.NewDestination;

/** A new menu from within a picker: a name, and the words. Its keys come later, on its page. */
@Component
final class NewMenu implements NewDestination {

    private final MenuService menus;
    private final PromptField prompt;

    NewMenu(MenuService menus, PromptField prompt) {
        this.menus = menus;
        this.prompt = prompt;
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.MENU;
    }

    @Override
    public String template() {
        return "menu/quick";
    }

    @Override
    public void fill(Model model) {
        prompt.offer(model);
    }

    @Override
    public Destination create(HttpServletRequest request) {
        String name = request.getParameter("name");
        Menu made = prompt.use(request, "promptId", name, id -> menus.create(MenuForms.fresh(name, id)));
        return new Destination(kind(), made.id(), made.number(), null, made.name());
    }
}

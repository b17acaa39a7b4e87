package dev.belay.view.html;

import dev.belay.transaction.event.TransactionDetails;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * HTML pages, each whole in itself: readable on a phone, without scripts, to a screen reader and on
 * paper. What they show holds no secret, as what they are made of holds none.
 */
public final class Pages {

    /** Of classes that the build made of the templates; nothing is compiled when it runs. */
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    Pages.class.getClassLoader(),
                    Pages.class.getPackageName());

    private Pages() {}

    public static String run(RunPage page) {
        return render("run.jte", RunModel.of(page));
    }

    public static String transaction(TransactionDetails details) {
        return render("transaction.jte", TransactionModel.of(details));
    }

    public static String runs(RunsPage page) {
        return render("runs.jte", page);
    }

    private static String render(String template, Object model) {
        var output = new StringOutput();
        TEMPLATES.render(template, model, output);
        return output.toString();
    }
}

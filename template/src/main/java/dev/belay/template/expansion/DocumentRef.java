package dev.belay.template.expansion;

/** Where a linked template is to be fetched from. */
public sealed interface DocumentRef {

    /**
     * A {@code templateLink.uri}.
     *
     * @param uri absolute, the query string included
     */
    record Uri(String uri) implements DocumentRef {}

    /**
     * A {@code templateLink.id}: the id of a template spec's version; the document is its {@code
     * properties.mainTemplate}.
     */
    record TemplateSpec(String id) implements DocumentRef {}

    /** A {@code templateLink.relativePath}, to be resolved against the template it stands in. */
    record Relative(String path) implements DocumentRef {}
}

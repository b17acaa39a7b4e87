package dev.belay.template.function;

import java.util.Optional;

/**
 * The functions that an expression may call. A template's are those of the catalog; who evaluates
 * the same language elsewhere may leave some out and add others.
 */
@FunctionalInterface
public interface FunctionTable {

    /**
     * @param name as written, without a namespace; letter case counts nothing
     */
    Optional<TemplateFunction> find(String name);
}

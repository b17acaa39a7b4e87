package dev.belay.workflow.blueprint;

/**
 * How a blueprint is converted.
 *
 * @param withoutLocks whether locks of the assignment are left out; else they are a problem
 * @param partial whether values that the assignment lacks come from elsewhere; else they are a
 *     problem
 */
public record ConversionOptions(boolean withoutLocks, boolean partial) {}

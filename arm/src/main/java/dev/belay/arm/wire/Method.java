package dev.belay.arm.wire;

/** The HTTP methods that ARM knows. */
public enum Method {
    GET,
    HEAD,
    PUT,
    PATCH,
    POST,
    DELETE
}

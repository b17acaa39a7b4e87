/** Tests of the embedded ARM through its wire, and what they share. */
@NullMarked
package dev.belay.emulator;

import org.jspecify.annotations.NullMarked;

/**
 * Room: transactions kept in a folder of this machine: logs, blobs, leases, inboxes.
 *
 * <p>The folder:
 *
 * <pre>
 * transactions/ID/log-FENCE       one segment per owner's fence, see {@code Segment}
 * transactions/ID/blobs/SHA256    content by its digest
 * transactions/ID/inbox/NUMBER    messages in order
 * runs/ID/…                       the same for workflow runs
 * leases/TENANT.json              the lease book, replaced as a whole under TENANT.lock
 * owners/OWNER.lock               held by the owner's process as long as it lives
 * </pre>
 *
 * <p>Kind: edge.
 *
 * <p>May import: {@code json}, {@code arm}, {@code transaction.snapshot}, {@code transaction.log}.
 */
@NullMarked
package dev.belay.store.file;

import org.jspecify.annotations.NullMarked;

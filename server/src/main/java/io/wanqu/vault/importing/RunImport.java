package io.wanqu.vault.importing;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.wanqu.kernel.Ids;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings one claimed import to its end: while one stretch is written, the next is read and sealed. */
@Component
class RunImport {

    private static final Logger log = LoggerFactory.getLogger(RunImport.class);
    private static final long LEASE_SECONDS = 30;
    private static final int ATTEMPTS_MAX = 8;

    private final Imports imports;
    private final ReadStretch read;
    private final WriteStretch write;
    private final Ids ids;
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

    RunImport(Imports imports, ReadStretch read, WriteStretch write, Ids ids) {
        this.imports = imports;
        this.read = read;
        this.write = write;
        this.ids = ids;
    }

    /** Takes the next import that is due; false when there is none. */
    boolean runNext() {
        var lease = ids.next();
        var claimed = imports.claim(lease, LEASE_SECONDS);
        claimed.ifPresent(of -> run(of, lease));
        return claimed.isPresent();
    }

    private void run(Import of, long lease) {
        try {
            runToEnd(of, lease);
        } catch (WriteStretch.LeaseLost e) {
            log.info("{}", e.getMessage());
        } catch (RuntimeException | ExecutionException e) {
            log.warn("import {} stopped, it goes on from where it was: {}", of.id(), e.toString());
            imports.giveBack(of.shop(), of.id(), lease, ATTEMPTS_MAX);
        } catch (InterruptedException e) {
            imports.giveBack(of.shop(), of.id(), lease, Integer.MAX_VALUE);
            Thread.currentThread().interrupt();
        }
    }

    private void runToEnd(Import of, long lease) throws InterruptedException, ExecutionException {
        var reading = read.open(of);
        var counts = of.counts();
        var prepared = reading.next();
        while (prepared != null) {
            var ready = prepared;
            var before = counts;
            Callable<Import.Counts> writing = () -> write.write(of, before, lease, ready);
            var written = writers.submit(writing);
            try {
                prepared = reading.next();
            } finally {
                counts = outcome(written);
            }
        }
    }

    private static Import.Counts outcome(java.util.concurrent.Future<Import.Counts> written)
            throws InterruptedException, ExecutionException {
        try {
            return written.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WriteStretch.LeaseLost lost) {
                throw lost;
            }
            throw e;
        }
    }
}
